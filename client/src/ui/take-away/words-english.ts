import type { russianWords } from './words-russian.ts';

/** What is said while taking away, in English. */
export const englishWords: Record<keyof typeof russianWords, string> = {
  title: 'Download and share',
  close: 'Close',
  picture: 'Picture',
  'picture.none': 'The table on the screen is no picture: choose the map or the tiles.',
  data: 'Data',
  'data.now': 'The data are as known now, with every revision.',
  link: 'Link to this view',
  embed: 'Code for your own page',
  copy: 'Copy',
  making: 'Making the picture…',
  saved: 'Saved: {{name}}',
  failed: 'The picture failed: a font did not come, or this browser does not draw it. The data can be downloaded.',
  copied: 'Copied.',
  copyFailed: 'The browser did not let it be copied: it is selected, copy it with the keys.',
  knownAt: 'as it was known at {{time}}',
};
