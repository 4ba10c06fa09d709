/**
 * The voices: numbers and labels in Noto Sans Display, our headlines in Commissioner, cut down to the letters of our own
 * words; the source's words in Source Serif 4 with all its letters, of which a browser fetches what is on the page.
 */
import '../../fonts/fonts.css';
import '@fontsource-variable/source-serif-4/standard.css';
