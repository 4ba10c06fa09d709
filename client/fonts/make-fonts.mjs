import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

import subsetFont from 'subset-font';

import { letters } from './letters.mjs';

/**
 * `npm run fonts`: makes the font files that the pages are sent out of those of the Fontsource packages, with only the
 * letters and the widths and weights that are used: 75 kB in place of 500. The files are kept beside this script, so
 * that a build needs none of it; a test makes them again and compares.
 */

const require = createRequire(import.meta.url);

/** What stays of the fonts' own rules: kerning, accents, and figures of one width on one line. */
const keepFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum'];
const noto = {
  family: 'Noto Sans Display Variable',
  file: 'noto-sans-display',
  from: ['@fontsource-variable/noto-sans-display', 'noto-sans-display', 'standard'],
  // Figures are 62.5 % wide and words 75 %, from text to the hero number.
  axes: { wdth: { min: 62.5, max: 75 }, wght: { min: 400, max: 830 } },
  face: { 'font-weight': '400 830', 'font-stretch': '62.5% 75%' },
};
const commissioner = {
  family: 'Commissioner Variable',
  file: 'commissioner',
  from: ['@fontsource-variable/commissioner', 'commissioner', 'full'],
  // One cut for all headlines.
  axes: { FLAR: 70, VOLM: 0, slnt: 0, wght: 640 },
  face: { 'font-weight': '640' },
};
const wordmark = {
  ...commissioner,
  family: 'Commissioner Wordmark',
  file: 'commissioner-wordmark',
  axes: { FLAR: 100, VOLM: 0, slnt: 0, wght: 760 },
  face: { 'font-weight': '760' },
};

const faces = [
  ...Object.entries(letters.scripts).map(([script, text]) => ({ ...noto, script, text })),
  ...Object.entries(letters.scripts).map(([script, text]) => ({ ...commissioner, script, text })),
  { ...wordmark, script: 'cyrillic', text: letters.wordmark },
];
const nameOf = (/** @type {(typeof faces)[number]} */ { file, script }) => `${file}-${script}.woff2`;

/** @returns {Promise<Map<string, Buffer>>} every file of this folder that is made, by its name */
export async function makeFonts() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const face of faces) {
    const [packageName, name, axes] = face.from;
    const source = readFileSync(require.resolve(`${packageName}/files/${name}-${face.script}-${axes}-normal.woff2`));
    const made = await subsetFont(source, face.text, {
      targetFormat: 'woff2',
      variationAxes: face.axes,
      keepFeatures,
      noHinting: true,
    });
    files.set(nameOf(face), made);
  }
  files.set('fonts.css', Buffer.from(styleSheet()));
  for (const { file, from } of [noto, commissioner]) {
    files.set(`${file}-OFL.txt`, readFileSync(require.resolve(`${from[0]}/LICENSE`)));
  }
  return files;
}

function styleSheet() {
  const rules = faces.map((face) => {
    const described = {
      'font-family': `'${face.family}'`,
      'font-style': 'normal',
      ...face.face,
      'font-display': 'swap',
      src: `url('./${nameOf(face)}') format('woff2')`,
      'unicode-range': rangesOf(face.text),
    };
    const lines = Object.entries(described).map(([property, value]) => `  ${property}: ${value};\n`);
    return `@font-face {\n${lines.join('')}}\n`;
  });
  return `/* Made by make-fonts.mjs. */\n${rules.join('')}`;
}

/** The letters as CSS names them: `U+20-7E, U+AB`. @param {string} text */
function rangesOf(text) {
  const codes = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
  /** @type {[number, number][]} */
  const ranges = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (/** @type {number} */ code) => code.toString(16).toUpperCase();
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, contents] of await makeFonts()) {
    writeFileSync(new URL(name, import.meta.url), contents);
    process.stdout.write(`${name} ${String(contents.length)}\n`);
  }
}
