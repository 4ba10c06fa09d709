import type { AreaId } from '@yavka/shared/ids';
import type { ElectionPack } from '@yavka/shared/pack/pack';
import type { RecordedAnnouncement } from '@yavka/shared/pack/recorded-day';

/** A kind of error that outlets made with announcements, put into a recorded one at every place where it can stand. */
export interface ErrorKind {
  readonly id: string;
  /** What is wrong, with a real example. */
  readonly title: string;
  readonly injections: (announcement: RecordedAnnouncement, day: Day) => readonly Injection[];
}

export interface Injection {
  /** Whose figures are wrong. */
  readonly wrong: readonly AreaId[];
  readonly announcement: RecordedAnnouncement;
}

/** The recorded day around an announcement. */
export interface Day {
  readonly pack: ElectionPack;
  /** The complete list of the cutoff before, and of the one after; null where there is none. */
  readonly previous: RecordedAnnouncement | null;
  readonly next: RecordedAnnouncement | null;
}

/** Values by area, hundredths. */
type Values = Readonly<Record<AreaId, number>>;

export const errorKinds: readonly ErrorKind[] = [
  kind('rows-up', 'a row dropped, five rows carry the next one’s value (a list of 18:05)', (announcement) =>
    blocksOf(announcement).map((block) => pairsOf(block.slice(0, -1), block.slice(1))),
  ),
  kind('rows-down', 'a row doubled, five rows carry the value before', (announcement) =>
    blocksOf(announcement).map((block) => pairsOf(block.slice(1), block.slice(0, -1))),
  ),
  countKind('run-together', 'two numbers run together (8 108 668 485)', ({ ballots, electorate }) => [
    ballots * 1000 + ((electorate ?? 0) % 1000),
  ]),
  digitKind('lost-digit', 'a digit lost (8,09 for 80,09)', (value) =>
    value < 1000 ? null : Math.floor(value / 1000) * 100 + (value % 100),
  ),
  digitKind('wrong-lower', 'the first digit one lower (41,07 for 51,07)', (value) =>
    value < 1000 ? null : value - 1000,
  ),
  digitKind('wrong-higher', 'the first digit one higher', (value) =>
    value < 1000 || value >= 9000 ? null : value + 1000,
  ),
  digitKind('wrong-second', 'the second digit five off (77,28 for 72,28)', (value) =>
    Math.floor(value / 100) % 10 < 5 ? value + 500 : value - 500,
  ),
  digitKind('wrong-third', 'the first decimal four off (61,94 for 61,54)', (value) =>
    Math.floor(value / 10) % 10 < 6 ? value + 40 : value - 40,
  ),
  digitKind('transposed', 'the first two digits exchanged (76,65 for 67,65)', (value) => {
    const [tens, ones] = [Math.floor(value / 1000), Math.floor(value / 100) % 10];
    return value + (ones - tens) * 900;
  }),
  digitKind('transposed-decimals', 'the decimals exchanged (20,86 for 20,68)', (value) => {
    const [first, second] = [Math.floor(value / 10) % 10, value % 10];
    return value + (second - first) * 9;
  }),
  kind('next-row', 'the value of the row below copied (63,63 of a neighbour)', ({ areas }) =>
    areas.slice(0, -1).map((row, index) => ({ [row.area]: areas[index + 1]?.turnout.min ?? 0 })),
  ),
  kind('row-before', 'the value of the row above copied', ({ areas }) =>
    areas.slice(1).map((row, index) => ({ [row.area]: areas[index]?.turnout.min ?? 0 })),
  ),
  countKind('slip', 'a slip of 200 ballots (7 450 195 for 7 450 395)', ({ ballots }) => [ballots - 200, ballots + 200]),
  countKind('transposed-count', 'digits of the count exchanged (7 396 655 for 7 936 655)', ({ ballots }) => {
    const digits = [...String(ballots)];
    return [Number([digits[0], digits[2], digits[1], ...digits.slice(3)].join(''))];
  }),
  kind('other-percent', 'the count of this cutoff with the percentage of the next (8 282 607 with 69,43)', (_, day) =>
    day.next === null ? [] : [{ [day.pack.root]: day.next.national.turnout?.min ?? 0 }],
  ),
  kind('mixed', 'the cities as of the next cutoff, the rest as of this one', (_, { pack, next }) => {
    const cities = pack.areas.filter((area) => area.kind === 'city').map(({ id }) => id);
    return next === null ? [] : [valuesOf(next, cities)];
  }),
  kind('stale', 'five areas as of the cutoff before (the west, 5 June 2022)', (_, { pack, previous }) =>
    previous === null ? [] : [valuesOf(previous, pack.groups.find(({ id }) => id === 'west')?.areas ?? [])],
  ),
];

/** A kind that gives some areas of a list other values. */
function kind(
  id: string,
  title: string,
  changes: (announcement: RecordedAnnouncement, day: Day) => readonly Values[],
): ErrorKind {
  return {
    id,
    title,
    injections: (announcement, day) =>
      isList(announcement)
        ? changes(announcement, day)
            .map((values) => withValues(announcement, day.pack.root, values))
            .filter(({ wrong }) => wrong.length > 0)
        : [],
  };
}

/** A kind that makes another number of one value, of the country or of any area. */
function digitKind(id: string, title: string, mistyped: (value: number) => number | null): ErrorKind {
  return kind(id, title, ({ areas, national }, { pack }) =>
    [{ area: pack.root, turnout: national.turnout }, ...areas].flatMap(({ area, turnout }): Values[] => {
      const value = turnout === null || turnout.min !== turnout.max ? null : mistyped(turnout.min);
      return value === null ? [] : [{ [area]: value }];
    }),
  );
}

/** A kind that makes another count of the country's. */
function countKind(
  id: string,
  title: string,
  mistyped: (national: { readonly ballots: number; readonly electorate: number | null }) => readonly number[],
): ErrorKind {
  return {
    id,
    title,
    injections: (announcement, { pack }) => {
      const { national } = announcement;
      if (national.ballots === null) return [];
      const { ballots, electorate } = national;
      return mistyped({ ballots, electorate: electorate ?? pack.electorates[0]?.value ?? null })
        .filter((wrong) => wrong !== ballots)
        .map((wrong) => ({
          wrong: [pack.root],
          announcement: { ...announcement, national: { ...national, ballots: wrong } },
        }));
    },
  };
}

/** A complete list; the words of an evening give few exact values. */
function isList({ form, areas }: RecordedAnnouncement): boolean {
  return form === 'list' && areas.length > 0;
}

function withValues(announcement: RecordedAnnouncement, root: AreaId, values: Values): Injection {
  const { national, areas } = announcement;
  const ofCountry = values[root];
  const exactly = (value: number) => ({ min: value, max: value });
  const wrong = [
    ...(ofCountry === undefined || ofCountry === national.turnout?.min ? [] : [root]),
    ...areas.flatMap(({ area, turnout }) => ((values[area] ?? turnout.min) === turnout.min ? [] : [area])),
  ];
  return {
    wrong,
    announcement: {
      ...announcement,
      national: ofCountry === undefined ? national : { ...national, turnout: exactly(ofCountry) },
      areas: areas.map((row) => {
        const value = values[row.area];
        return value === undefined ? row : { ...row, turnout: exactly(value) };
      }),
    },
  };
}

/** Every six rows that follow one another. */
function blocksOf({ areas }: RecordedAnnouncement): RecordedAnnouncement['areas'][] {
  return areas.slice(5).map((_, start) => areas.slice(start, start + 6));
}

function pairsOf(rows: RecordedAnnouncement['areas'], values: RecordedAnnouncement['areas']): Values {
  return Object.fromEntries(rows.map(({ area }, index) => [area, values[index]?.turnout.min ?? 0]));
}

function valuesOf({ areas }: RecordedAnnouncement, of: readonly AreaId[]): Values {
  return Object.fromEntries(
    areas.filter(({ area }) => of.includes(area)).map(({ area, turnout }) => [area, turnout.min]),
  );
}
