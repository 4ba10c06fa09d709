import { heldBack, releasedAt, stateAfter } from '@yavka/shared/analysis/released-state.fixture';
import { languages } from '@yavka/shared/ids';
import { at, pack } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { csvOf } from './csv-of.ts';
import { figureColumns } from './export-columns.ts';
import { exportNameOf } from './export-name-of.ts';
import { exportWords } from './export-words.ts';
import { jsonOf } from './json-of.ts';
import { readCsv, readWorkbook, recordsOf } from './read-files.fixture.ts';
import { eveningState, tableOf } from './recorded-table.fixture.ts';
import { xlsxOf } from './xlsx-of.ts';

interface ReadJson {
  readonly mode: string;
  readonly figures: readonly Readonly<Record<string, string | number | null>>[];
  readonly revisions: readonly Readonly<Record<string, string | number | boolean | null>>[];
}
const readJson = (text: string): ReadJson => JSON.parse(text) as ReadJson;
const separators = { kk: ';', ru: ';', en: ',' } as const;
const country = pack.root;

/** What was announced last of each area at each cutoff, told by the pack's own record without the product's fold. */
function announced(): Map<string, { min: number; max: number }> {
  const last = pack.recordedDay?.announcements.findLastIndex(({ cutoff }) => cutoff === '20:05') ?? -1;
  return new Map(
    (pack.recordedDay?.announcements ?? [])
      .slice(0, last + 1)
      .flatMap(({ cutoff, national, areas }) =>
        [{ area: country, turnout: national.turnout }, ...areas].flatMap(({ area, turnout }) =>
          turnout === null ? [] : [[`${area} ${cutoff}`, turnout] as const],
        ),
      ),
  );
}

describe('an export of the recorded evening', () => {
  it.each(languages)('[OUT-2] says in all three formats what was announced (%s)', async (lang) => {
    const table = tableOf({ lang, at: 'all' });
    const json = readJson(jsonOf(table)).figures;
    const csv = recordsOf(readCsv(csvOf(table), separators[lang]));
    const [sheet] = readWorkbook(await xlsxOf(table));
    const columnOf = (key: string): number => figureColumns.findIndex((column) => column.key === key);
    const sheetRows = sheet?.rows.slice(sheet.frozenRows) ?? [];
    expect(json).toHaveLength(pack.areas.length * pack.cutoffs.length);
    expect([csv.length, sheetRows.length]).toEqual([json.length, json.length]);

    const expected = announced();
    expect(expected.size).toBeGreaterThan(100);
    for (const [index, row] of json.entries()) {
      const told = expected.get(`${String(row['area'])} ${String(row['cutoff'])}`);
      const bounds = told === undefined ? [null, null] : [told.min / 100, told.max / 100];
      const ofCsv = (key: string) => {
        const text = csv[index]?.[key] ?? '';
        return text === '' ? null : Number(text.replace(',', '.'));
      };
      const ofSheet = (key: string) => sheetRows[index]?.[columnOf(key)]?.value ?? null;
      expect([row['turnoutMin'], row['turnoutMax']]).toEqual(bounds);
      expect([ofCsv('turnoutMin'), ofCsv('turnoutMax')]).toEqual(bounds);
      expect([ofSheet('turnoutMin'), ofSheet('turnoutMax')]).toEqual(bounds);
      expect(row['missing'] === null).toBe(told !== undefined);
      for (const key of ['area', 'areaName', 'cutoff', 'stated', 'source'] as const) {
        expect(csv[index]?.[key]).toBe(String(row[key] ?? ''));
        expect(ofSheet(key)).toBe(row[key]);
      }
      const { missing } = row;
      const reason = missing === null ? null : exportWords[lang].missing[missing as 'awaited'];
      expect(csv[index]?.['missing']).toBe(missing ?? '');
      expect(ofSheet('missing')).toBe(reason);
    }
  });

  it('[OUT-1] has the newest cutoff unless another is asked for, and one area where one is asked for', () => {
    const newest = readJson(jsonOf(tableOf({}))).figures;
    expect(new Set(newest.map(({ cutoff }) => cutoff))).toEqual(new Set(['20:05']));
    expect(newest[0]).toMatchObject({
      area: country,
      turnoutMin: 69.31,
      asOf: expect.stringMatching(/T20:05:00[+-]/) as string,
    });
    const [only, ...others] = readJson(jsonOf(tableOf({ at: '18:05', area: country }))).figures;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ cutoff: '18:05', missing: null });
    expect(readJson(jsonOf(tableOf({ at: 'final', area: country }))).figures).toMatchObject([
      { asOf: pack.cutoffs.find(({ id }) => id === 'final')?.localDate, turnoutMin: null, missing: 'notYetDue' },
    ]);
  });

  it('[OUT-3] says in each row, on each sheet and in the name of the file that it is a rehearsal, and of a live day that it is none', async () => {
    const table = tableOf({ lang: 'en' });
    expect(new Set(recordsOf(readCsv(csvOf(table), ',')).map(({ mode }) => mode))).toEqual(new Set(['rehearsal']));
    const json = readJson(jsonOf(table));
    expect(new Set([json, ...json.figures, ...json.revisions].map(({ mode }) => mode))).toEqual(new Set(['rehearsal']));
    const sheets = readWorkbook(await xlsxOf(table));
    expect(sheets.map(({ rows }) => rows.flat().some(({ value }) => /REHEARSAL/.test(String(value))))).toEqual([
      true,
      true,
      true,
    ]);
    expect(exportNameOf(table, 'csv')).toBe(`${pack.id}_turnout_20-05_en_rehearsal.csv`);

    const live = tableOf({ lang: 'en' }, { ...eveningState(), mode: 'live' });
    expect(csvOf(live) + jsonOf(live) + exportNameOf(live, 'xlsx')).not.toMatch(/rehears/i);
    expect(JSON.stringify(readWorkbook(await xlsxOf(live)))).not.toMatch(/rehears/i);
  });

  it('[OUT-4] is a CSV as the language’s spreadsheets read it, with every published decimal', () => {
    const [ru, en] = [csvOf(tableOf({ lang: 'ru' })), csvOf(tableOf({ lang: 'en' }))];
    for (const text of [ru, en]) {
      expect(text.startsWith('\uFEFFelection')).toBe(true);
      expect(text.endsWith('\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
    expect(ru).toMatch(/;"72,20";"72,20";/);
    expect(en).toMatch(/,72\.20,72\.20,/);
  });

  it.each(languages)('[OUT-15] is read alike by a parser that is not ours, cell for cell (%s)', (lang) => {
    for (const table of ['figures', 'revisions'] as const) {
      const text = csvOf(tableOf({ lang, at: 'all', table }));
      const theirs = parse(text, { bom: true, delimiter: separators[lang], record_delimiter: '\r\n' });
      expect(theirs).toEqual(readCsv(text, separators[lang]));
      const [head = [], ...rows] = theirs;
      const bounds = rows.map((row) => row[head.indexOf('turnoutMin')] ?? '').filter((bound) => bound !== '');
      expect(bounds.length).toBeGreaterThan(100);
      for (const bound of bounds) expect(bound).toMatch(lang === 'en' ? /^\d+\.\d\d$/ : /^\d+,\d\d$/);
    }
  });

  it.each(languages)('[OUT-15] has no bare comma, semicolon or quote within a cell (%s)', (lang) => {
    const text = csvOf(tableOf({ lang, at: 'all' })).slice(1);
    // What is left when quoted cells are taken out by the RFC's grammar: bare cells and what stands between them.
    const bare = text.replaceAll(/"(?:[^"]|"")*"/g, 'quoted');
    expect(bare).not.toContain('"');
    expect(bare).not.toContain(lang === 'en' ? ';' : ',');
    const columns = bare.split('\r\n').map((line) => line.split(separators[lang]).length);
    expect(new Set(columns.slice(0, -1))).toEqual(new Set([figureColumns.length]));
  });
});

describe('what somebody typed', () => {
  const typed = ['=HYPERLINK("http://evil.example";"x")', '+7 (727) 1', '-3', '@sum', '\t=1', '＝1'];
  const plain = ['69,31 "процента";\r\nпервая строка, вторая', 'сегодня = праздник'];
  const stateOf = (words: string) =>
    stateAfter([
      releasedAt(at('20:06'), pack, [
        {
          area: country,
          cutoff: '20:05',
          turnout: { min: 6931, max: 6931 },
          revision: { words, reason: words, carrier: words },
        },
      ]),
    ]);

  it.each(languages)('[OUT-4] begins no formula in a CSV, and nothing else of it is changed (%s)', (lang) => {
    for (const words of [...typed, ...plain]) {
      const text = csvOf(tableOf({ lang, area: country }, stateOf(words)));
      const [row] = recordsOf(readCsv(text, separators[lang]));
      const kept = typed.includes(words) ? `'${words}` : words;
      expect([row?.['words'], row?.['reason'], row?.['broughtBy']]).toEqual([kept, kept, kept]);
    }
  });

  it('[OUT-5] stays text in a workbook, without what XML cannot hold', async () => {
    for (const words of [...typed, 'a\u0000b\u001F<&>"']) {
      const [figures, , revisions] = readWorkbook(await xlsxOf(tableOf({ area: country }, stateOf(words))));
      for (const sheet of [figures, revisions]) {
        const cells = sheet?.rows.flat() ?? [];
        expect(cells.filter(({ isFormula }) => isFormula)).toEqual([]);
        const wanted = [...words].filter((letter) => letter === '\t' || letter >= ' ').join('');
        expect(cells.filter(({ value }) => value === wanted)).toHaveLength(3);
      }
    }
  });
});

describe('a workbook', () => {
  it.each(languages)('[OUT-5] has numbers, times of the capital and a head that stands still (%s)', async (lang) => {
    const table = tableOf({ lang });
    const [figures, about, revisions] = readWorkbook(await xlsxOf(table));
    const words = exportWords[lang];
    expect([figures?.name, about?.name, revisions?.name]).toEqual(Object.values(words.sheets));
    expect([figures?.frozenRows, revisions?.frozenRows]).toEqual([2, 2]);
    const row = figures?.rows[2] ?? [];
    const cellOf = (key: string) => row[figureColumns.findIndex((column) => column.key === key)];
    expect(cellOf('turnoutMin')).toMatchObject({ value: 69.31, format: '0.00' });
    const days = Date.parse(`${pack.date}T20:05:00Z`) / 86_400_000 + 25_569;
    expect(cellOf('asOf')?.value).toBeCloseTo(days, 6);
    expect(cellOf('asOf')?.format).toBe('yyyy-mm-dd hh:mm:ss');
    const told = about?.rows.flat().map(({ value }) => String(value)) ?? [];
    for (const line of [
      words.about.turnoutValue,
      words.about.rehearsal,
      words.about.licenceValue,
      pack.commission.names[lang],
    ]) {
      expect(told).toContain(line);
    }
    expect(told.join(' ')).toContain(pack.capital.timeLabel[lang]);
  });
});

describe('corrections', () => {
  const [first, second] = [at('20:06'), at('20:20')];
  const corrected = (kind: 'typo' | 'withdrawn') =>
    stateAfter([
      releasedAt(first, pack, [{ area: country, cutoff: '20:05', turnout: { min: 6391, max: 6391 } }]),
      releasedAt(second, pack, [
        {
          area: country,
          cutoff: '20:05',
          turnout: kind === 'withdrawn' ? null : { min: 6931, max: 6931 },
          revision: { revision: 2, kind, reason: 'Переставлены цифры.' },
        },
      ]),
    ]);

  it('[OUT-1] put the revision that stands among the figures and every one into a table of their own', () => {
    const table = tableOf({ area: country }, corrected('typo'));
    const { figures, revisions } = readJson(jsonOf(table));
    expect(figures).toMatchObject([
      { turnoutMin: 69.31, revision: 2, revisionKind: 'typo', reason: 'Переставлены цифры.' },
    ]);
    expect(revisions).toMatchObject([
      { turnoutMin: 63.91, revision: 1, revisionKind: 'entered', stands: false, state: 'released' },
      { turnoutMin: 69.31, revision: 2, revisionKind: 'typo', stands: true, state: 'released' },
    ]);
    const asked = tableOf({ area: country, table: 'revisions', lang: 'en' }, corrected('typo'));
    expect(recordsOf(readCsv(csvOf(asked), ',')).map((row) => [row['turnoutMin'], row['stands']])).toEqual([
      ['63.91', 'false'],
      ['69.31', 'true'],
    ]);
  });

  it('[OUT-1] leave of a withdrawn figure no number, only that it is withdrawn and why', () => {
    const { figures, revisions } = readJson(jsonOf(tableOf({ area: country, at: '20:05' }, corrected('withdrawn'))));
    expect(figures).toMatchObject([
      {
        turnoutMin: null,
        turnoutMax: null,
        stated: null,
        missing: 'notReported',
        revisionKind: 'withdrawn',
        revision: 2,
      },
    ]);
    expect(revisions.map(({ turnoutMin }) => turnoutMin)).toEqual([63.91, null]);
  });

  it('[OUT-7] show the desk what is verified and held back, as such, and as no figure that stands', () => {
    const state = stateAfter(
      heldBack(at('20:07'), pack, { area: country, cutoff: '20:05', turnout: { min: 6931, max: 6931 } }),
    );
    const table = tableOf({ area: country, at: '20:05', audience: 'desk' }, state);
    const { figures, revisions } = readJson(jsonOf(table));
    expect(figures).toMatchObject([{ turnoutMin: null, missing: 'withheld' }]);
    expect(revisions).toMatchObject([{ turnoutMin: 69.31, state: 'verified', stands: false, releasedAt: null }]);
    expect(exportNameOf(table, 'xlsx')).toContain('desk-unreleased');
  });
});
