/**
 * The voices: numbers and labels in Noto Sans Display, our headlines in Commissioner, the source's own words in
 * Source Serif 4. Each file carries every subset, `cyrillic-ext` with the Kazakh letters included; a browser fetches
 * only those whose letters are on the page.
 */
import '@fontsource-variable/noto-sans-display/standard.css';
import '@fontsource-variable/commissioner/full.css';
import '@fontsource-variable/source-serif-4/standard.css';
