import { describe, expect, it } from 'vitest';

import earlierVotes from '../../packs/test-two-zones/earlier-votes.json' with { type: 'json' };
import pack from '../../packs/test-two-zones/pack.json' with { type: 'json' };
import recordedDay from '../../packs/test-two-zones/recorded-day.json' with { type: 'json' };
import topology from '../../packs/test-two-zones/regions.topo.json' with { type: 'json' };
import sources from '../../packs/test-two-zones/sources.json' with { type: 'json' };
import { assemblePack } from './assemble-pack.ts';
import { checkPack } from './check-pack.ts';
import { pathText } from './pack-problem.ts';
import { valueAt } from './walk-json.ts';

const sound = {
  'pack.json': pack,
  'earlier-votes.json': earlierVotes,
  'recorded-day.json': recordedDay,
  'sources.json': sources,
  'regions.topo.json': topology,
} as const;
type File = keyof typeof sound;

type Path = readonly (string | number)[];

/** The sound pack with one value put in, or taken out (`undefined`), somewhere in one file. */
function broken(file: File, path: Path, value: unknown): Record<string, unknown> {
  const contents: unknown = structuredClone(sound[file]);
  const parent = valueAt(contents, path.slice(0, -1)) as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return { ...sound, [file]: contents };
}

/** Breaks one place and expects the problem to be named there, or at `seenAt`. */
interface Breakage {
  readonly what: string;
  readonly file: File;
  readonly path: Path;
  readonly value: unknown;
  readonly reason: RegExp;
  readonly seenAt?: { readonly file?: string; readonly path: Path };
}

const p = 'pack.json';
const areas = (index: number, ...rest: Path): Path => ['areas', index, ...rest];
const announcement = (index: number, ...rest: Path): Path => ['announcements', index, ...rest];

function expectNamed({ file, path, value, reason, seenAt }: Breakage): void {
  const problems = checkPack(broken(file, path, value));
  const expected = {
    file: seenAt?.file ?? file,
    path: pathText(seenAt?.path ?? path),
    reason: expect.stringMatching(reason) as string,
  };
  expect(problems).toContainEqual(expected);
}

function table(title: string, breakages: readonly Breakage[]): void {
  it.each(breakages.map((breakage) => [breakage.what, breakage] as const))(`${title}: %s`, (_what, breakage) => {
    expectNamed(breakage);
  });
}

describe('a sound pack', () => {
  it('[PACK-1] has no problems', () => {
    expect(checkPack(sound)).toEqual([]);
  });

  it('[PACK-1] is put together from its files', () => {
    const assembled = assemblePack(sound);
    expect(assembled.areas.map(({ id }) => id)).toEqual(['TT', 'TT-W', 'TT-E']);
    expect(assembled.recordedDay?.announcements).toHaveLength(5);
    expect(assembled.earlierVotes[0]?.cutoffs[1]?.areas).not.toHaveProperty('TT-E');
  });

  it('[PACK-1] may have no earlier votes and no recorded day', () => {
    const { 'earlier-votes.json': _votes, 'recorded-day.json': _day, ...rest } = sound;
    expect(checkPack(rest)).toEqual([]);
    expect(assemblePack(rest)).toMatchObject({ earlierVotes: [], recordedDay: null });
  });
});

describe('shapes', () => {
  table('[PACK-2] names the file and place of a wrong shape', [
    { what: 'a missing field', file: p, path: ['date'], value: undefined, reason: /expected string/ },
    {
      what: 'a turnout that is no whole number',
      file: 'recorded-day.json',
      path: announcement(0, 'national', 'turnout', 'min'),
      value: 30.5,
      reason: /int/,
    },
    {
      what: 'an interval upside down',
      file: 'recorded-day.json',
      path: announcement(0, 'areas', 0, 'turnout', 'max'),
      value: 1,
      reason: /min is above max/,
      seenAt: { path: announcement(0, 'areas', 0, 'turnout') },
    },
    {
      what: 'a field that no pack has',
      file: p,
      path: areas(1, 'spellings', 'kkLatin'),
      value: ['x'],
      reason: /no such field/,
    },
    { what: 'a vote without a title', file: 'earlier-votes.json', path: [0, 'title'], value: undefined, reason: /./ },
    {
      what: 'a source without an address',
      file: 'sources.json',
      path: ['archive', 'url'],
      value: 7,
      reason: /expected string/,
    },
  ]);

  it('[PACK-2] names a missing file, and one that belongs to nothing', () => {
    const { 'sources.json': _sources, ...rest } = sound;
    expect(checkPack(rest)).toContainEqual({ file: 'sources.json', path: '', reason: 'The file is missing.' });
    expect(checkPack({ ...sound, 'old.json': {} })).toContainEqual(expect.objectContaining({ file: 'old.json' }));
    expect(() => assemblePack(rest)).toThrow('sources.json');
  });
});

describe('areas', () => {
  table('[PACK-3] are one tree', [
    { what: 'no root', file: p, path: ['root'], value: 'XX', reason: /No area is called XX/ },
    { what: 'a root that is a region', file: p, path: ['root'], value: 'TT-W', reason: /root is a country/ },
    { what: 'an unknown parent', file: p, path: areas(1, 'parent'), value: 'XX', reason: /No area is called XX/ },
    { what: 'a second root', file: p, path: areas(1, 'parent'), value: null, reason: /not the root/ },
    { what: 'an area below itself', file: p, path: areas(1, 'parent'), value: 'TT-W', reason: /circle/ },
    { what: 'a second country', file: p, path: areas(1, 'kind'), value: 'country', reason: /Only the root/ },
    { what: 'one id twice', file: p, path: areas(2, 'id'), value: 'TT-W', reason: /there already/ },
    { what: 'one place in the order twice', file: p, path: areas(2, 'order'), value: 1, reason: /taken/ },
  ]);

  it('[PACK-3] are one tree: two areas that hang on each other', () => {
    const contents = structuredClone(pack);
    Object.assign(contents.areas[1] ?? {}, { parent: 'TT-E' });
    Object.assign(contents.areas[2] ?? {}, { parent: 'TT-W' });
    const reasons = checkPack({ ...sound, 'pack.json': contents }).filter(({ reason }) => /circle/.test(reason));
    expect(reasons.map(({ path }) => path)).toEqual(['areas[1].parent', 'areas[2].parent']);
  });

  table('[PACK-4] have their places', [
    { what: 'one tile twice', file: p, path: areas(2, 'tile'), value: [0, 0], reason: /taken/ },
    { what: 'a tile left of the grid', file: p, path: areas(1, 'tile'), value: [-1, 0], reason: /count from 0/ },
    {
      what: 'an area without a tile among areas with tiles',
      file: p,
      path: areas(2, 'tile'),
      value: null,
      reason: /missing from the grid/,
    },
    { what: 'a label off the globe', file: p, path: areas(1, 'labelPoint'), value: [50, 100], reason: /latitude/ },
    { what: 'a drawn area without a label point', file: p, path: areas(1, 'labelPoint'), value: null, reason: /label/ },
    {
      what: 'an abbreviation that fills no tile',
      file: p,
      path: areas(1, 'abbreviations', 'en'),
      value: 'RIVERSIDE',
      reason: /8 letters, this one has 9/,
    },
  ]);

  table('[PACK-5] are spelled so that a name leads to one of them', [
    {
      what: 'one spelling for two areas',
      file: p,
      path: areas(2, 'spellings', 'ru', 1),
      value: 'заречная',
      reason: /names TT-W already/,
    },
    {
      what: 'the same spelling twice',
      file: p,
      path: areas(1, 'spellings', 'en', 1),
      value: 'riverside  region',
      reason: /names TT-W already/,
    },
    {
      what: 'a remark inside a spelling',
      file: p,
      path: areas(1, 'spellings', 'en', 1),
      value: 'Riverside (old name)',
      reason: /without remarks/,
    },
    { what: 'an empty spelling', file: p, path: areas(1, 'spellings', 'en', 1), value: ' ', reason: /empty/ },
    {
      what: 'a language without a spelling',
      file: p,
      path: areas(1, 'spellings', 'kk'),
      value: [],
      reason: /no announcement in this language/i,
    },
    {
      what: 'capital time that a language cannot name',
      file: p,
      path: ['capital', 'spellings', 'kk'],
      value: [],
      reason: /capital time/,
    },
  ]);

  it('[PACK-5] lets a city and a region share a name', () => {
    const contents = structuredClone(pack);
    Object.assign(contents.areas[2] ?? {}, { kind: 'city' });
    contents.areas[2]?.spellings.ru.push('Заречная');
    expect(checkPack({ ...sound, 'pack.json': contents })).toEqual([]);
  });
});

describe('time', () => {
  table('[PACK-6] zones hold on the day', [
    {
      what: 'an unknown zone of an area',
      file: p,
      path: areas(1, 'zone'),
      value: 'north',
      reason: /No zone is called north/,
    },
    {
      what: 'an unknown zone of a station',
      file: p,
      path: ['stations', 0, 'zone'],
      value: 'north',
      reason: /No zone is called north/,
    },
    {
      what: 'an unknown zone of the capital',
      file: p,
      path: ['capital', 'zone'],
      value: 'north',
      reason: /No zone is called north/,
    },
    {
      what: 'no rule on the day',
      file: p,
      path: ['zones', 0, 'offsets'],
      value: [{ from: '2023-10-29', utcOffset: '+00:00', source: 'tzdata' }],
      reason: /No rule of east holds on 2023-05-21/,
    },
    {
      what: 'rules out of order',
      file: p,
      path: ['zones', 0, 'offsets', 1, 'from'],
      value: '2022-01-01',
      reason: /cannot follow/,
    },
    {
      what: 'an offset that no place keeps',
      file: p,
      path: ['zones', 0, 'offsets', 1, 'utcOffset'],
      value: '+25:00',
      reason: /No place on earth/,
    },
    {
      what: 'a day that the calendar lacks',
      file: p,
      path: ['zones', 0, 'offsets', 1, 'from'],
      value: '2023-02-29',
      reason: /There is no day/,
    },
    { what: 'one zone twice', file: p, path: ['zones', 1, 'id'], value: 'east', reason: /there already/ },
    { what: 'hours without a zone', file: p, path: areas(1, 'zone'), value: null, reason: /no zone to read them in/ },
    {
      what: 'polls that close before they open',
      file: p,
      path: ['stations', 2, 'hours', 'close'],
      value: '06:00',
      reason: /cannot close/,
      seenAt: { path: ['stations', 2, 'hours'] },
    },
    {
      what: 'an hour that no clock shows',
      file: p,
      path: ['stations', 2, 'hours', 'open'],
      value: '24:30',
      reason: /There is no time/,
    },
  ]);

  table('[PACK-7] cutoffs follow each other', [
    {
      what: 'two in the wrong order',
      file: p,
      path: ['cutoffs', 1, 'localTime'],
      value: '2023-05-21T11:00',
      reason: /not after 12:00/,
    },
    {
      what: 'two nearer than a stated time can tell',
      file: p,
      path: ['cutoffs', 1, 'localTime'],
      value: '2023-05-21T12:20',
      reason: /could belong to both/,
    },
    {
      what: 'a time on another day than its date',
      file: p,
      path: ['cutoffs', 1, 'localTime'],
      value: '2023-05-22T18:00',
      reason: /not on 2023-05-21/,
    },
    {
      what: 'a day outside the election',
      file: p,
      path: ['cutoffs', 1, 'localDate'],
      value: '2023-06-21',
      reason: /not within the election/,
    },
    {
      what: 'a label of another time',
      file: p,
      path: ['cutoffs', 1, 'label', 'kk'],
      value: '18:05',
      reason: /label says 18:05, the time is 18:00/,
    },
    { what: 'one slot twice', file: p, path: ['cutoffs', 1, 'slot'], value: '12', reason: /slot of cutoffs\[0\]/ },
    { what: 'one id twice', file: p, path: ['cutoffs', 1, 'id'], value: '12:00', reason: /id of cutoffs\[0\]/ },
    {
      what: 'a final record that is preliminary',
      file: p,
      path: ['cutoffs', 3, 'status'],
      value: 'preliminary',
      reason: /kind final/,
    },
    {
      what: 'something after the final record',
      file: p,
      path: ['cutoffs', 2, 'kind'],
      value: 'final',
      reason: /Nothing follows/,
      seenAt: { path: ['cutoffs', 3, 'kind'] },
    },
    {
      what: 'a progress report without an hour',
      file: p,
      path: ['cutoffs', 1, 'localTime'],
      value: null,
      reason: /Only a final record/,
    },
    {
      what: 'an unknown basis',
      file: p,
      path: ['cutoffs', 0, 'basis'],
      value: 'tt-9',
      reason: /No electorate version is called tt-9/,
    },
    {
      what: 'a basis that is about one area',
      file: p,
      path: ['cutoffs', 0, 'basis'],
      value: 'tt-w-1',
      reason: /not an exact electorate of the whole country/,
    },
  ]);
});

describe('numbers', () => {
  table('[PACK-8] the bands cover the scale', [
    { what: 'a gap', file: p, path: ['bands', 1, 'min'], value: 3500, reason: /stands at 3000 here/ },
    { what: 'an overlap', file: p, path: ['bands', 1, 'min'], value: 2500, reason: /stands at 3000 here/ },
    { what: 'a scale that begins late', file: p, path: ['bands', 0, 'min'], value: 500, reason: /stands at 0 here/ },
    { what: 'a scale that ends early', file: p, path: ['bands', 3, 'max'], value: 9000, reason: /ends at 9000/ },
    { what: 'a band without width', file: p, path: ['bands', 1, 'max'], value: 3000, reason: /cannot end at 3000/ },
    {
      what: 'one colour twice',
      file: p,
      path: ['bands', 1, 'color'],
      value: '#5F3732',
      reason: /colour of bands\[0\]/,
    },
    {
      what: 'an approach as wide as the scale',
      file: p,
      path: ['approachWidth'],
      value: 10_000,
      reason: /whole scale/,
    },
  ]);

  table('[PACK-9] electorates and stations belong to what is there', [
    {
      what: 'an electorate of an unknown area',
      file: p,
      path: ['electorates', 2, 'area'],
      value: 'XX',
      reason: /No area is called XX/,
    },
    { what: 'one electorate twice', file: p, path: ['electorates', 1, 'id'], value: 'tt-1', reason: /there already/ },
    {
      what: 'a part with more voters than the whole',
      file: p,
      path: ['electorates', 2, 'value'],
      value: 200_000,
      reason: /more voters/,
    },
    {
      what: 'an electorate of a day that is none',
      file: p,
      path: ['electorates', 2, 'asOf'],
      value: '2023-04-31',
      reason: /There is no day/,
    },
    {
      what: 'an unknown member of a group',
      file: p,
      path: ['groups', 0, 'areas', 0],
      value: 'XX',
      reason: /No area is called XX/,
    },
    {
      what: 'a group called as an area',
      file: p,
      path: ['groups', 0, 'id'],
      value: 'TT-W',
      reason: /could be of either/,
    },
    {
      what: 'a member twice',
      file: p,
      path: ['groups', 0, 'areas'],
      value: ['TT-W', 'TT-W'],
      reason: /in the group already/,
      seenAt: { path: ['groups', 0, 'areas', 1] },
    },
    {
      what: 'a group that does not add up and says nothing of it',
      file: p,
      path: ['groups', 0, 'stations', 'value'],
      value: 41,
      reason: /add up to 40, the group has 41/,
      seenAt: { path: ['groups', 0, 'stations'] },
    },
    {
      what: 'a station of an unknown area',
      file: p,
      path: ['stations', 0, 'area'],
      value: 'XX',
      reason: /No area is called XX/,
    },
    {
      what: 'a station at home in a state',
      file: p,
      path: ['stations', 0, 'state'],
      value: { kk: 'а', ru: 'б', en: 'c' },
      reason: /one at home names none/,
    },
    { what: 'one station twice', file: p, path: ['stations', 1, 'id'], value: 'w-1', reason: /there already/ },
    {
      what: 'more stations named than there are',
      file: p,
      path: areas(1, 'stations', 'value'),
      value: 0,
      reason: /more than the 0/,
      seenAt: { path: areas(1, 'stations') },
    },
    {
      what: 'a branch abroad that is a region',
      file: p,
      path: ['abroad'],
      value: { area: 'TT-W', states: { notKnown: true, note: 'x' }, restNote: { kk: 'а', ru: 'б', en: 'c' } },
      reason: /not a branch abroad/,
      seenAt: { path: ['abroad', 'area'] },
    },
    {
      what: 'a branch abroad of which nothing is said',
      file: p,
      path: areas(2, 'kind'),
      value: 'abroad',
      reason: /nothing is said/,
      seenAt: { path: ['abroad'] },
    },
    {
      what: 'a count of an unknown area',
      file: p,
      path: ['stationTimeline', 0, 'target'],
      value: 'XX',
      reason: /No area and no group/,
    },
    {
      what: 'a timeline that runs back',
      file: p,
      path: ['stationTimeline', 1, 'localTime'],
      value: '2023-05-21T07:00',
      reason: /runs back/,
    },
    {
      what: 'a point of another day',
      file: p,
      path: ['stationTimeline', 1, 'localTime'],
      value: '2023-05-25T07:00',
      reason: /not near the day/,
    },
    {
      what: 'more stations counted than there are',
      file: p,
      path: ['stationTimeline', 0, 'open'],
      value: 70,
      reason: /110 stations are counted, more than the 100/,
    },
    {
      what: 'a point that states nothing',
      file: p,
      path: ['stationTimeline', 1],
      value: {
        localTime: '2023-05-21T09:00',
        target: 'west',
        open: null,
        closed: null,
        notYetOpen: null,
        total: null,
        source: 'board-report',
      },
      reason: /states no number/,
      seenAt: { path: ['stationTimeline', 1, 'open'] },
    },
  ]);

  table('[PACK-10] the recorded day is true to the pack', [
    {
      what: 'an unknown cutoff',
      file: 'recorded-day.json',
      path: announcement(0, 'cutoff'),
      value: '13:00',
      reason: /No cutoff is called 13:00/,
    },
    {
      what: 'an unknown area',
      file: 'recorded-day.json',
      path: announcement(0, 'areas', 0, 'area'),
      value: 'XX',
      reason: /No area is called XX/,
    },
    {
      what: 'the whole country among its parts',
      file: 'recorded-day.json',
      path: announcement(0, 'areas', 0, 'area'),
      value: 'TT',
      reason: /stands under national/,
    },
    {
      what: 'one area twice',
      file: 'recorded-day.json',
      path: announcement(0, 'areas', 1, 'area'),
      value: 'TT-W',
      reason: /has a figure in this announcement already/,
    },
    {
      what: 'a turnout above 100 %',
      file: 'recorded-day.json',
      path: announcement(0, 'areas', 1, 'turnout'),
      value: { min: 10_001, max: 10_001 },
      reason: /above 100/,
    },
    {
      what: 'more ballots than voters',
      file: 'recorded-day.json',
      path: announcement(0, 'national', 'ballots'),
      value: 100_001,
      reason: /100001 ballots were issued to 100000/,
    },
    {
      what: 'a count that its percentage does not fit',
      file: 'recorded-day.json',
      path: announcement(0, 'national', 'ballots'),
      value: 30_006,
      reason: /is not 3000 hundredths/,
      seenAt: { path: announcement(0, 'national', 'turnout') },
    },
    {
      what: 'an electorate that the pack does not know',
      file: 'recorded-day.json',
      path: announcement(0, 'national', 'electorate'),
      value: 100_001,
      reason: /no electorate version/,
    },
    {
      what: 'a status other than the cutoff has',
      file: 'recorded-day.json',
      path: announcement(0, 'status'),
      value: 'final',
      reason: /is preliminary/,
    },
    {
      what: 'an announcement before its time',
      file: 'recorded-day.json',
      path: announcement(1, 'localTime'),
      value: '2023-05-21T16:00',
      reason: /Nobody can announce/,
    },
    {
      what: 'a day that runs back',
      file: 'recorded-day.json',
      path: ['start'],
      value: '2023-05-21T13:00',
      reason: /runs back/,
      seenAt: { path: announcement(0, 'localTime') },
    },
    {
      what: 'an override for an area without a figure',
      file: 'recorded-day.json',
      path: announcement(3, 'overrides', 0, 'area'),
      value: 'XX',
      reason: /no figure of XX/,
    },
    {
      what: 'one announcement twice',
      file: 'recorded-day.json',
      path: announcement(1, 'id'),
      value: 'a-1200',
      reason: /there already/,
    },
    {
      what: 'an announcement of nothing',
      file: 'recorded-day.json',
      path: announcement(4, 'national'),
      value: { turnout: null, ballots: null, electorate: null },
      reason: /states no figure/,
      seenAt: { path: announcement(4) },
    },
  ]);

  it('[PACK-10] the recorded day is true to the pack: a count fits its percentage when rounded up or down', () => {
    for (const ballots of [29_995, 30_005])
      expect(checkPack(broken('recorded-day.json', announcement(0, 'national', 'ballots'), ballots))).toEqual([]);
  });

  table('[PACK-11] earlier votes are of earlier days and their own borders', [
    {
      what: 'an unknown area',
      file: 'earlier-votes.json',
      path: [0, 'cutoffs', 0, 'areas', 'XX-1'],
      value: { hundredths: 10, decimals: 1 },
      reason: /No area is called XX-1/,
    },
    {
      what: 'a vote that is not earlier',
      file: 'earlier-votes.json',
      path: [0, 'date'],
      value: '2023-05-21',
      reason: /not before/,
    },
    {
      what: 'one slot twice',
      file: 'earlier-votes.json',
      path: [0, 'cutoffs', 1, 'slot'],
      value: '12',
      reason: /taken/,
    },
    {
      what: 'more decimals than were published',
      file: 'earlier-votes.json',
      path: [0, 'cutoffs', 0, 'areas', 'TT-W'],
      value: { hundredths: 2501, decimals: 1 },
      reason: /with 1 decimals/,
    },
    {
      what: 'more ballots than voters',
      file: 'earlier-votes.json',
      path: [0, 'cutoffs', 0, 'ballots'],
      value: 98_001,
      reason: /98001 ballots/,
    },
    {
      what: 'figures without a source',
      file: 'earlier-votes.json',
      path: [0, 'cutoffs', 0, 'sources'],
      value: [],
      reason: /No source/,
    },
    {
      what: 'an area that was not there yet',
      file: p,
      path: ['areaChanges'],
      value: [{ area: 'TT-W', from: 'TT-E', since: '2022-01-01', source: 'archive' }],
      reason: /exists since 2022-01-01/,
      seenAt: { file: 'earlier-votes.json', path: [0, 'cutoffs', 0, 'areas', 'TT-W'] },
    },
    {
      what: 'an area cut out of an unknown one',
      file: p,
      path: ['areaChanges'],
      value: [{ area: 'TT-W', from: 'XX', since: '2018-01-01', source: 'archive' }],
      reason: /No area is called XX/,
      seenAt: { path: ['areaChanges', 0, 'from'] },
    },
    {
      what: 'an area cut out of itself',
      file: p,
      path: ['areaChanges'],
      value: [{ area: 'TT-W', from: 'TT-W', since: '2018-01-01', source: 'archive' }],
      reason: /itself/,
      seenAt: { path: ['areaChanges', 0, 'from'] },
    },
  ]);
});

describe('geometry, sources, words', () => {
  table('[PACK-12] what is drawn is what the pack has', [
    {
      what: 'a shape of an unknown area',
      file: 'regions.topo.json',
      path: ['objects', 'regions', 'geometries', 0, 'id'],
      value: 'XX',
      reason: /no region and no city called XX/,
    },
    {
      what: 'an area that is not drawn',
      file: 'regions.topo.json',
      path: ['objects', 'regions', 'geometries', 0, 'id'],
      value: 'TT-E',
      reason: /TT-W is not drawn/,
      seenAt: { path: ['objects', 'regions', 'geometries'] },
    },
    {
      what: 'an area drawn twice',
      file: 'regions.topo.json',
      path: ['objects', 'regions', 'geometries', 1, 'id'],
      value: 'TT-W',
      reason: /drawn already/,
    },
    {
      what: 'an arc that is not there',
      file: 'regions.topo.json',
      path: ['objects', 'regions', 'geometries', 0, 'arcs', 0, 1],
      value: -9,
      reason: /no arc 8/,
    },
    { what: 'a file that is not there', file: p, path: ['geometry', 'file'], value: 'map.json', reason: /no map.json/ },
    {
      what: 'an object that is not there',
      file: p,
      path: ['geometry', 'object'],
      value: 'oblasts',
      reason: /no object called oblasts/,
    },
    {
      what: 'a file of another kind',
      file: 'regions.topo.json',
      path: ['type'],
      value: 'FeatureCollection',
      reason: /./,
    },
  ]);

  table('[PACK-13] every source cited is in the list', [
    {
      what: 'of a count',
      file: p,
      path: areas(1, 'stations', 'source'),
      value: 'rumour',
      reason: /No source is called rumour/,
    },
    {
      what: 'of a zone',
      file: p,
      path: ['zones', 0, 'offsets', 1, 'source'],
      value: 'rumour',
      reason: /No source is called rumour/,
    },
    {
      what: 'of an announcement',
      file: 'recorded-day.json',
      path: announcement(0, 'sources', 0),
      value: 'rumour',
      reason: /No source is called rumour/,
    },
    {
      what: 'of an earlier vote',
      file: 'earlier-votes.json',
      path: [0, 'cutoffs', 0, 'sources', 0],
      value: 'rumour',
      reason: /No source is called rumour/,
    },
  ]);

  table('[PACK-14] words are said in three languages', [
    {
      what: 'a Kazakh title left in Russian',
      file: p,
      path: ['title', 'kk'],
      value: pack.title.ru,
      reason: /kk and ru say the same/,
      seenAt: { path: ['title'] },
    },
    {
      what: 'a Russian mark left in English',
      file: 'earlier-votes.json',
      path: [0, 'cutoffs', 1, 'mark', 'ru'],
      value: 'The figure of Highland Region was not found.',
      reason: /ru and en say the same/,
      seenAt: { path: [0, 'cutoffs', 1, 'mark'] },
    },
    {
      what: 'a reason left in Russian',
      file: 'recorded-day.json',
      path: announcement(3, 'overrides', 0, 'reason', 'kk'),
      value: 'Коллегия сама снизила показатель.',
      reason: /kk and ru say the same/,
      seenAt: { path: announcement(3, 'overrides', 0, 'reason') },
    },
    { what: 'blank words', file: p, path: ['groups', 0, 'names', 'kk'], value: ' ', reason: /blank/ },
  ]);

  it('[PACK-14] a proper name may be the same word in Kazakh and Russian', () => {
    expect(pack.areas[0]?.names.kk).toBe(pack.areas[0]?.names.ru);
    expect(checkPack(sound)).toEqual([]);
  });
});
