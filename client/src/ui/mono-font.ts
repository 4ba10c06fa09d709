/** For hashes and the caps of keys, which are Latin: one subset, two weights. */
import '@fontsource/ibm-plex-mono/latin-400.css';
import '@fontsource/ibm-plex-mono/latin-600.css';
