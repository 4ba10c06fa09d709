import { describe, expect, it } from 'vitest';

import {
  adaptersSeen,
  arrowsUpward,
  chartsOnLightPages,
  circles,
  impureImports,
  surfacesMeeting,
  wallsCrossed,
  wrongDoors,
} from './arrows.ts';
import type { Breach } from './breach.ts';
import { expectHeld } from './breach.ts';
import { countryKnown, countryPatterns } from './country.ts';
import { barrels, misnamed, tooLong, wrongWords } from './names.ts';
import { clocksRead, environmentRead, newestRead, printedElsewhere, randomDrawn } from './readings.ts';
import type { ScannedModule } from './scan-module.ts';
import { scanModule } from './scan-module.ts';

/** A small tree in memory: path → text. */
const tree = (sources: Readonly<Record<string, string>>): ScannedModule[] =>
  Object.entries(sources).map(([path, text]) => scanModule({ path, text }));
const whats = (breaches: readonly Breach[]): string[] =>
  breaches.map(({ path, line, what }) => `${path}:${line ?? ''} ${what}`);

/** Each tree breaks its rule in the number of places told, so that a rule that never speaks cannot pass for one that holds. */
describe('every rule can be broken', () => {
  it('[HOUSE-1] by a value, a type, a dynamic or an inline type import upward, and by a folder with no storey', () => {
    const modules = tree({
      'shared/src/pack/pack.ts': `import { x } from '../log/state.ts';`,
      'shared/src/ids.ts': `import type { Pack } from './pack/pack.ts';`,
      'shared/src/figures/figure.ts': `type P = import('../pack/pack.ts').Pack;`,
      'shared/src/stations/report.ts': `await import('../announcement/parsed.ts');`,
      'shared/src/odds/ends.ts': `export * from '../ids.ts';`,
      'shared/src/figures/check-bounds.ts': `import { y } from '../pack/pack.ts'; import { z } from './figure.ts';`,
    });
    expect(whats(arrowsUpward(modules))).toEqual([
      'shared/src/pack/pack.ts:1 pack imports log (shared/src/log/state)',
      'shared/src/ids.ts:1 ids imports pack (shared/src/pack/pack)',
      'shared/src/figures/figure.ts:1 figures imports pack (shared/src/pack/pack)',
      'shared/src/stations/report.ts:1 stations imports announcement (shared/src/announcement/parsed)',
      'shared/src/odds/ends.ts:1 odds has no storey',
    ]);
  });

  it('[HOUSE-2] by a type import over the wall', () => {
    const modules = tree({
      'client/src/feed/a.ts': `import type { B } from '@yavka/server/feed/b';`,
      'shared/src/log/c.ts': `import { d } from '../../../server/src/d.ts';`,
      'test/simulation/e.ts': `import { f } from '@yavka/server/feed/f'; import { g } from '@yavka/client/feed/g';`,
    });
    expect(wallsCrossed(modules)).toHaveLength(2);
  });

  it('[HOUSE-3] by the desk taking a piece of the board, and by the map taking one', () => {
    const modules = tree({
      'client/src/desk/Desk.tsx': `import { Rail } from '../board/Rail.tsx'; import { Map } from '../map/Map.tsx';`,
      'client/src/map/Map.tsx': `import '../studio/studio.css';`,
      'client/src/board/Rail.tsx': `import { x } from './x.ts';`,
    });
    expect(surfacesMeeting(modules)).toHaveLength(2);
  });

  it('[HOUSE-4] by a bare package, an ending across, a missing ending, a path out and the own package by name', () => {
    const modules = tree({
      'client/src/feed/a.ts': [
        `import '@yavka/shared';`,
        `import '@yavka/shared/log/entry.ts';`,
        `import './b';`,
        `import '../../../shared/src/ids.ts';`,
        `import '@yavka/client/feed/b';`,
        `import './b.ts'; import '@yavka/shared/ids'; import './c.css'; import 'zod';`,
      ].join('\n'),
    });
    expect(wrongDoors(modules).map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
  });

  it('[HOUSE-5] by a circle closed with a type import through two packages', () => {
    const modules = tree({
      'shared/src/a.ts': `import { b } from './b.ts';`,
      'shared/src/b.ts': `import { c } from './c.ts';`,
      'shared/src/c.ts': `import type { A } from './a.ts';`,
      'shared/src/d.ts': `import { a } from './a.ts';`,
    });
    expect(whats(circles(modules))).toEqual([
      'shared/src/a: is in a circle: shared/src/a ↔ shared/src/b ↔ shared/src/c',
    ]);
  });

  it('[HOUSE-6] by a module of the platform or a library of one', () => {
    const modules = tree({
      'shared/src/a.ts': `import { readFileSync } from 'node:fs'; import 'react'; import { z } from 'zod'; import * as m from 'zod/mini';`,
      'shared/src/a.test.ts': `import { readFileSync } from 'node:fs';`,
    });
    expect(impureImports(modules)).toHaveLength(3);
  });

  it('[HOUSE-7] by a route that opens the store', () => {
    const modules = tree({
      'server/src/http/a.ts': `import { openSqlite } from '../storage/sqlite-log-store.ts'; import type { LogStore } from '../storage/log-store.ts';`,
      'server/src/build-app.ts': `import { openSqlite } from './storage/sqlite-log-store.ts';`,
      'server/src/storage/sqlite-log-store.ts': `import { schema } from './sqlite-schema.ts';`,
    });
    expect(whats(adaptersSeen(modules))).toEqual([
      'server/src/http/a.ts:1 imports server/src/storage/sqlite-log-store',
    ]);
  });

  it('[HOUSE-8] by a chart three imports away, also when it is loaded late', () => {
    const modules = tree({
      'client/src/desk/main.tsx': `import { A } from './A.tsx';`,
      'client/src/desk/A.tsx': `const C = lazy(() => import('../charts/Curve.tsx'));`,
      'client/src/charts/Curve.tsx': `import { LineChart } from 'recharts';`,
      'client/src/studio/main.tsx': `import 'react';`,
    });
    expect(whats(chartsOnLightPages(modules))).toEqual(['client/src/charts/Curve.tsx:1 brings recharts to desk']);
  });

  it('[HOUSE-9] by process.env in any spelling', () => {
    const text = [
      `process.env.PORT;`,
      `globalThis.process?.env['PORT'];`,
      `const { env } = process;`,
      `import { env } from 'node:process';`,
      `import.meta.env.MODE;`,
      `process.exit(1);`,
    ];
    expect(
      environmentRead(tree({ 'server/src/http/a.ts': text.join('\n') }))
        .map(({ line }) => line)
        .sort((a, b) => (a ?? 0) - (b ?? 0)),
    ).toEqual([1, 2, 3, 4, 5]);
    expect(environmentRead(tree({ 'server/src/config.ts': text.join('\n') }))).toEqual([]);
  });

  it('[HOUSE-10] by reading the time, called or handed on, and not by a date made from a number, a comment or a string', () => {
    const text = [
      `Date.now();`,
      `const now = Date.now;`,
      `new Date();`,
      `new Date;`,
      `performance.now();`,
      `Temporal.Now.instant();`,
      `const { now } = Date;`,
      `new Date(0); /* Date.now() */ 'Date.now()'; state.Date.now;`,
    ];
    expect(clocksRead(tree({ 'shared/src/a.ts': text.join('\n') })).map(({ line }) => line)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
    expect(
      clocksRead(tree({ 'server/src/clock/wall-clock.ts': text.join('\n'), 'server/src/a.test.ts': text.join('\n') })),
    ).toEqual([]);
  });

  it('[HOUSE-10] by markup that reads the time between its words', () => {
    expect(
      clocksRead(tree({ 'client/src/ui/Now.tsx': 'export const Now = () => <p>don`t {"it\'s"} {Date.now()}</p>;' })),
    ).toHaveLength(1);
  });

  it('[HOUSE-11] by Math.random and the crypto library in any spelling', () => {
    const text = [
      `Math.random();`,
      `crypto.randomUUID();`,
      `import { randomBytes } from 'node:crypto'; randomBytes(8);`,
      `globalThis.crypto.getRandomValues(a);`,
    ];
    expect(randomDrawn(tree({ 'shared/src/a.ts': text.join('\n') })).map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it('[HOUSE-12] by asking the platform how a number reads', () => {
    const text = [`new Intl.NumberFormat('kk');`, `n.toLocaleString();`, `a.localeCompare(b);`, `n.toFixed(2);`];
    expect(printedElsewhere(tree({ 'server/src/a.ts': text.join('\n') }))).toHaveLength(4);
    expect(printedElsewhere(tree({ 'client/src/a.ts': text.join('\n') }))).toHaveLength(3);
    expect(printedElsewhere(tree({ 'shared/src/format/number.ts': text.join('\n') }))).toEqual([]);
  });

  it('[HOUSE-13] by a name that says nothing, one in the wrong case, a component under another name', () => {
    const files = [
      { path: 'client/src/ui/utils.ts', text: '' },
      { path: 'server/src/http/readThing.ts', text: '' },
      { path: 'client/src/board/hero-number.tsx', text: '' },
      { path: 'client/src/board/HeroNumber.tsx', text: 'export const Hero = 1;' },
      { path: 'client/src/board/Legend.tsx', text: 'export function Legend() {}' },
      { path: 'client/src/board/main.tsx', text: '' },
      { path: 'client/index.html', text: '' },
      { path: 'shared/src/log/seal.test.ts', text: '' },
    ];
    expect(misnamed(files).map(({ path }) => path)).toEqual(files.slice(0, 4).map(({ path }) => path));
  });

  it('[HOUSE-14] by a module of re-exports', () => {
    const modules = tree({
      'client/src/ui/all.ts': `export * from './a.ts'; export { b } from './b.ts';`,
      'client/src/ui/a.ts': `export * from './b.ts'; export const a = 1;`,
    });
    expect(barrels(modules).map(({ path }) => path)).toEqual(['client/src/ui/all.ts']);
  });

  it('[HOUSE-15] by a long file without an answer, an answer without its file, and a long median', () => {
    const long = { 'shared/src/long.ts': '1;\n'.repeat(301) };
    expect(whats(tooLong(tree(long), {}))).toEqual([
      'shared/src/long.ts: has 301 lines and no answer why',
      'the median file: has 301 lines',
    ]);
    expect(
      tooLong(tree({ ...long, 'shared/src/a.ts': '1;', 'shared/src/b.ts': '1;' }), { 'shared/src/long.ts': 'a table' }),
    ).toEqual([]);
    expect(tooLong(tree({ 'shared/src/a.ts': '1;' }), { 'shared/src/a.ts': 'was long' })).toHaveLength(1);
  });

  it('[HOUSE-16] by calling an announcement otherwise, in a comment too', () => {
    expect(wrongWords([{ path: 'shared/src/a.ts', text: '\n// the next Bulletin\n' }])).toHaveLength(1);
  });

  it('[HOUSE-17] by a code, a name in any case of it, a zone, an offset; not by words that many areas share', () => {
    const patterns = countryPatterns([
      {
        id: 'qx-2022-11-20-x',
        root: 'QX',
        zones: [{ id: 'up', offsets: [{ utcOffset: '+05:00' }] }],
        areas: [
          {
            id: 'QX',
            kind: 'country',
            zone: 'up',
            names: { ru: 'Кусландия', en: 'Quxland' },
            shortNames: { ru: 'Кусландия' },
          },
          {
            id: 'QX-10',
            kind: 'region',
            zone: 'up',
            names: { ru: 'Верхнянская область', en: 'Upland region' },
            shortNames: { ru: 'Верхнянская' },
          },
          {
            id: 'QX-11',
            kind: 'region',
            zone: 'up',
            names: { ru: 'Северо-Кусландская область', en: 'North Quxland region' },
            shortNames: {},
          },
          {
            id: 'QX-12',
            kind: 'region',
            zone: 'up',
            names: { ru: 'Нижнянская область', en: 'Lowland region' },
            shortNames: {},
          },
        ],
      },
    ]);
    const lines = [
      'QX',
      "'QX-10'",
      'в Верхнянской',
      'по Кусландии',
      'North Quxland',
      'qx-2022-11-20-x',
      '+05:00',
      'Asia/Somewhere',
      'область region North QXY',
      '2022-11-20T05:00',
    ];
    expect(
      countryKnown([{ path: 'client/src/a.ts', text: lines.join('\n') }], patterns).map(({ line }) => line),
    ).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(countryKnown([{ path: 'client/src/a.ts', text: lines.slice(8).join('\n') }], patterns)).toEqual([]);
  });

  it('[HOUSE-24] by a figure, a time or a selector of the newest in what shows figures', () => {
    const modules = tree({
      'client/src/board/Hero.tsx': 'const figures = useFeed((feed) => feed.state?.figures);',
      'client/src/map/use-map-areas.ts': 'const now = useElectionNow();',
      'client/src/charts/Curve.tsx': `import { useFigure } from '../feed/select.ts';`,
      'client/src/board/day/DayPage.tsx': 'const { state } = useFeed.getState();',
      'client/src/board/Lamps.tsx': 'const now = useElectionNow();',
      'client/src/board/Ledger.tsx': 'const shown = useViewedState((state) => state?.figures); feed.resolved;',
      'client/src/desk/Desk.tsx': 'useFeed((feed) => feed.state);',
    });
    expect(newestRead(modules).map(({ path }) => path)).toEqual([
      'client/src/board/Hero.tsx',
      'client/src/map/use-map-areas.ts',
      'client/src/charts/Curve.tsx',
      'client/src/board/day/DayPage.tsx',
    ]);
  });

  it('[HOUSE-18] and says the sentence of the rule with every place', () => {
    expect(() => expectHeld('HOUSE-2', [{ path: 'client/src/a.ts', line: 3, what: 'client imports server' }])).toThrow(
      /HOUSE-2: `server` and `client` never[^\n]+\n {2}client\/src\/a\.ts:3 {2}client imports server/,
    );
  });
});
