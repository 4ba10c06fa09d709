import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { defaultPackId } from '@yavka/server/packs/default-pack';
import { languages } from '@yavka/shared/ids';
import { chromium } from '@playwright/test';

import { browserLaunch } from '../e2e/chromium.ts';
import { recordedElection } from '../e2e/recorded-election.ts';
import type { ElectionState } from './election-states.ts';
import { electionStates, mainState } from './election-states.ts';
import type { StillPage } from './still-pages.ts';
import { stillPages } from './still-pages.ts';
import type { Still } from './take-still.ts';
import { takeStill } from './take-still.ts';

/** `npm run stills`: pictures of every page in every state of the recorded day, for people to look at. */
const help = `npm run stills -- [options]
  --state NAME   ${electionStates.map(({ name }) => name).join(', ')}
  --page NAME    ${stillPages.map(({ name }) => name).join(', ')}
  --lang NAME    ${languages.join(', ')}
  --width N      any; those of each page when left out
  --fold         what is seen before scrolling, in place of the whole page
  --scale N      pixels of the picture for one of the page (1)
  --out FOLDER   (.tmp/stills)
  Several of one kind by commas. Without --state the first page is taken in all states, the others in ${mainState}.
`;
const { values } = parseArgs({
  options: {
    state: { type: 'string', default: '' },
    page: { type: 'string', default: '' },
    lang: { type: 'string', default: '' },
    width: { type: 'string', default: '' },
    out: { type: 'string', default: fileURLToPath(new URL('../../.tmp/stills', import.meta.url)) },
    scale: { type: 'string', default: '1' },
    fold: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Two at once keep two cores busy; more would only wait for one another. */
const atOnce = 2;

function chosen(written: string, known: readonly string[]): readonly string[] {
  const names = written.split(',').filter(Boolean);
  const strange = names.find((name) => !known.includes(name));
  if (strange !== undefined) {
    process.stderr.write(`${strange} is none of ${known.join(', ')}\n`);
    process.exit(1);
  }
  return names;
}

const asked = {
  states: chosen(
    values.state,
    electionStates.map(({ name }) => name),
  ),
  pages: chosen(
    values.page,
    stillPages.map(({ name }) => name),
  ),
  langs: chosen(values.lang, languages),
  widths: values.width.split(',').filter(Boolean).map(Number),
};

const sizesOf = ({ sizes }: StillPage): Still['size'][] =>
  asked.widths.length === 0
    ? [...sizes]
    : asked.widths.map((width) => sizes.find(([each]) => each === width) ?? [width, 900]);

function stillsOf({ name }: ElectionState): Still[] {
  const langs = asked.langs.length === 0 ? languages : asked.langs;
  return stillPages
    .filter((page) =>
      asked.pages.length > 0
        ? asked.pages.includes(page.name) && (asked.states.length > 0 || page.name === 'first' || name === mainState)
        : page.name === 'first' || name === mainState,
    )
    .flatMap((page) => langs.flatMap((lang) => sizesOf(page).map((size) => ({ page, lang, size }))));
}

/** A page with all pictures of a state beside one another, to be opened in a browser. */
function sheetOf(files: readonly string[]): string {
  const figures = files.map(
    (file) =>
      `<figure><a href="${file}"><img src="${file}" loading="lazy"></a><figcaption>${file}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Stills</title>
<style>body{background:#888;font:13px sans-serif;display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}img{height:480px;object-fit:cover;object-position:top}</style>
${figures.join('\n')}
`;
}

if (values.help) {
  say(help);
  process.exit(0);
}
const election = recordedElection(defaultPackId());
const browser = await chromium.launch(await browserLaunch());
const camera = { browser, election, scale: Number(values.scale), isFold: values.fold };
const files: string[] = [];
const problems: string[] = [];
try {
  for (const state of electionStates) {
    if (asked.states.length > 0 && !asked.states.includes(state.name)) continue;
    const waiting = stillsOf(state);
    if (waiting.length === 0) continue;
    mkdirSync(path.join(values.out, state.name), { recursive: true });
    const stood = await state.stand(election);
    const take = async (): Promise<void> => {
      for (let still = waiting.shift(); still !== undefined; still = waiting.shift()) {
        const file = `${state.name}/${still.page.name}-${still.lang}-${String(still.size[0])}.png`;
        const said = await takeStill(camera, state, stood, still, path.join(values.out, file)).catch(
          (error: unknown) => [error instanceof Error ? error.message : String(error)],
        );
        problems.push(...said.map((problem) => `${file}: ${problem}`));
        files.push(file);
        say(file);
      }
    };
    try {
      await Promise.all(Array.from({ length: atOnce }, take));
    } finally {
      await stood.end();
    }
  }
} finally {
  await browser.close();
}
writeFileSync(path.join(values.out, 'index.html'), sheetOf([...files].sort()));
say(`${String(files.length)} pictures in ${values.out}, together in index.html`);
for (const problem of problems) say(`NOT SO: ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
