import * as z from 'zod/mini';

import { idSchema, localizedSchema } from '../ids.ts';
import { figureStatusSchema } from '../figures/figure.ts';
import { localTimeSchema, sourceIdSchema } from './pack-values.ts';
import { recordedDaySchema } from './recorded-day.ts';

/**
 * An election pack: everything the product knows of one election, as data. One folder
 * `shared/packs/<election-id>/` with `pack.json` (this schema without the parts named below),
 * `earlier-votes.json`, `recorded-day.json`, `sources.json` and the geometry.
 */

const localDateSchema = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const hourSchema = z.string().check(z.regex(/^\d\d:\d\d$/));
const offsetSchema = z.string().check(z.regex(/^[+-]\d\d:\d\d$/));

/** A value with its source, or the statement that no source gives it. */
function knownSchema<Value extends z.ZodMiniType>(value: Value) {
  return z.union([
    z.object({ value, source: sourceIdSchema, note: z.optional(z.string()) }),
    z.object({ notKnown: z.literal(true), note: z.string() }),
  ]);
}
export const knownCountSchema = knownSchema(z.int().check(z.minimum(0)));
export type KnownCount = z.infer<typeof knownCountSchema>;

/** A zone of civil time with its dated rules; the newest rule not after the day holds. */
export const zoneSchema = z.object({
  id: idSchema,
  /** IANA name; checked against the machine's tables at load, the pack's rule wins. */
  timeZone: z.string(),
  offsets: z
    .array(z.object({ from: localDateSchema, utcOffset: offsetSchema, source: sourceIdSchema }))
    .check(z.minLength(1)),
});
export type Zone = z.infer<typeof zoneSchema>;

export const hoursSchema = z.object({ open: hourSchema, close: hourSchema });

export const areaSchema = z.object({
  id: idSchema,
  parent: z.nullable(idSchema),
  kind: z.enum(['country', 'region', 'city', 'abroad']),
  /** Place in the commission's own order; 0 for the root. */
  order: z.int().check(z.minimum(0)),
  names: localizedSchema,
  /** For labels: without the word for what it is, an adjective where the language names it so. */
  shortNames: localizedSchema,
  /** For tiles: at most 8 letters. */
  abbreviations: localizedSchema,
  zone: z.nullable(idSchema),
  hours: z.nullable(hoursSchema),
  /** Every spelling by which announcements may name the area, by language; base forms, adjectives in the nominative. */
  spellings: z.object({
    ru: z.array(z.string()),
    kk: z.array(z.string()),
    en: z.array(z.string()),
    kkLatn: z.optional(z.array(z.string())),
    kkArab: z.optional(z.array(z.string())),
  }),
  /** [longitude, latitude], degrees. */
  labelPoint: z.nullable(z.tuple([z.number(), z.number()])),
  /** [column, row] in the tile grid. */
  tile: z.nullable(z.tuple([z.int(), z.int()])),
  /** Drawn with a ring and a leader, being too small for a label inside. */
  callout: z.boolean(),
  stations: knownCountSchema,
});
export type Area = z.infer<typeof areaSchema>;

/** Areas that are counted or close together ("the west"), named so that a source's count can be about them. */
export const areaGroupSchema = z.object({
  id: idSchema,
  names: localizedSchema,
  areas: z.array(idSchema).check(z.minLength(1)),
  stations: knownCountSchema,
});
export type AreaGroup = z.infer<typeof areaGroupSchema>;

/** A polling station known by name: at home where a list exists, abroad a named city. */
export const stationSchema = z.object({
  id: idSchema,
  area: idSchema,
  names: localizedSchema,
  /** The state, for stations abroad. */
  state: z.nullable(localizedSchema),
  zone: idSchema,
  hours: hoursSchema,
  source: sourceIdSchema,
  /** What a reader should know of how the source names it. */
  note: z.optional(localizedSchema),
});
export type Station = z.infer<typeof stationSchema>;

export const cutoffSchema = z.object({
  id: idSchema,
  /** As printed on a rail: "20:05", or a word. */
  label: localizedSchema,
  kind: z.enum(['progress', 'close', 'final']),
  /** Capital time; null where only the day is known. */
  localTime: z.nullable(localTimeSchema),
  localDate: localDateSchema,
  /** Pairs it with earlier votes: "10", "20", "final". */
  slot: z.string(),
  status: figureStatusSchema,
  /** The electorate version the percentages of this cutoff rest on, when a source tells. */
  basis: z.nullable(idSchema),
});
export type Cutoff = z.infer<typeof cutoffSchema>;

export const electorateVersionSchema = z.object({
  id: idSchema,
  area: idSchema,
  value: z.int().check(z.minimum(1)),
  asOf: localDateSchema,
  label: localizedSchema,
  source: sourceIdSchema,
  /** "about 770 thousand": never divided by. */
  approximate: z.boolean(),
  note: z.optional(z.string()),
});
export type ElectorateVersion = z.infer<typeof electorateVersionSchema>;

export const bandSchema = z.object({
  min: z.int().check(z.minimum(0)),
  max: z.int().check(z.maximum(10_000)),
  color: z.string().check(z.regex(/^#[0-9A-F]{6}$/)),
  /** Which ground colour a figure on this fill takes. */
  figure: z.enum(['paper', 'ink']),
});
export type Band = z.infer<typeof bandSchema>;

/** A count of stations as a source stated it, for the opening timeline. */
export const stationTimelineSchema = z.object({
  localTime: localTimeSchema,
  /** An area or a group. */
  target: idSchema,
  open: z.nullable(z.int().check(z.minimum(0))),
  closed: z.nullable(z.int().check(z.minimum(0))),
  notYetOpen: z.nullable(z.int().check(z.minimum(0))),
  total: z.nullable(z.int().check(z.minimum(0))),
  source: sourceIdSchema,
  note: z.optional(z.string()),
});
export type StationTimelinePoint = z.infer<typeof stationTimelineSchema>;

/** A published turnout of an earlier vote with the decimals it was published with. */
export const publishedTurnoutSchema = z.object({
  hundredths: z.int().check(z.minimum(0), z.maximum(10_000)),
  decimals: z.union([z.literal(0), z.literal(1), z.literal(2)]),
});
export type PublishedTurnout = z.infer<typeof publishedTurnoutSchema>;

export const earlierVoteSchema = z.object({
  id: idSchema,
  title: localizedSchema,
  /** "2019", "June 2022". */
  shortTitle: localizedSchema,
  date: localDateSchema,
  electorate: knownCountSchema,
  cutoffs: z.array(
    z.object({
      slot: z.string(),
      label: z.string(),
      status: figureStatusSchema,
      national: z.nullable(publishedTurnoutSchema),
      ballots: z.nullable(z.int().check(z.minimum(0))),
      /** Areas of that vote's own borders; an area absent here was not found. */
      areas: z.record(z.string(), publishedTurnoutSchema),
      sources: z.array(sourceIdSchema),
      /** Something a reader must be told before comparing. */
      mark: z.nullable(localizedSchema),
    }),
  ),
});
export type EarlierVote = z.infer<typeof earlierVoteSchema>;

/** `area` was cut out of `from`: neither is compared one to one with a vote before `since`. */
export const areaChangeSchema = z.object({
  area: idSchema,
  from: idSchema,
  since: localDateSchema,
  source: sourceIdSchema,
});
export type AreaChange = z.infer<typeof areaChangeSchema>;

export const electionPackSchema = z.object({
  id: idSchema,
  root: idSchema,
  title: localizedSchema,
  date: localDateSchema,
  commission: z.object({
    /** The source id under which the commission's figures are kept. */
    id: idSchema,
    names: localizedSchema,
    shortNames: localizedSchema,
  }),
  capital: z.object({
    zone: idSchema,
    /** "capital time" by its name: told wherever a time is printed. */
    timeLabel: localizedSchema,
    /** How announcements name it: "столичного времени", "capital time". */
    spellings: z.object({ ru: z.array(z.string()), kk: z.array(z.string()), en: z.array(z.string()) }),
  }),
  zones: z.array(zoneSchema).check(z.minLength(1)),
  areas: z.array(areaSchema).check(z.minLength(1)),
  groups: z.array(areaGroupSchema),
  stations: z.array(stationSchema),
  abroad: z.nullable(
    z.object({
      area: idSchema,
      states: knownCountSchema,
      /** Said of the stations not named in `stations`. */
      restNote: localizedSchema,
    }),
  ),
  stationTimeline: z.array(stationTimelineSchema),
  cutoffs: z.array(cutoffSchema).check(z.minLength(1)),
  /** A time stated in an announcement belongs to a cutoff when it is this near, minutes. */
  cutoffToleranceMinutes: z.int().check(z.minimum(0)),
  electorates: z.array(electorateVersionSchema),
  bands: z.array(bandSchema).check(z.minLength(1)),
  /** "Approaching 80" reaches this far below 80, hundredths of a percent. */
  approachWidth: z.int().check(z.minimum(1)),
  /** "About 33" reaches this far to both sides, hundredths of a percent. */
  aboutWidth: z.int().check(z.minimum(1)),
  geometry: z.nullable(z.object({ file: z.string(), object: z.string(), credit: localizedSchema })),
  areaChanges: z.array(areaChangeSchema),
  earlierVotes: z.array(earlierVoteSchema),
  recordedDay: z.nullable(recordedDaySchema),
  sources: z.record(z.string(), z.object({ url: z.string(), lang: z.string(), note: z.optional(z.string()) })),
});
export type ElectionPack = z.infer<typeof electionPackSchema>;

/** A pack with every local time resolved to instants, as the server sends it; clients use no zone table. */
export const resolvedPackSchema = z.object({
  pack: electionPackSchema,
  packHash: z.string(),
  /** Minutes east of UTC on election day, by zone. */
  zoneOffsets: z.record(z.string(), z.int()),
  cutoffInstants: z.record(z.string(), z.nullable(z.int())),
  /** Scheduled opening and closing of each area that has hours. */
  areaHours: z.record(z.string(), z.object({ opensAt: z.int(), closesAt: z.int() })),
  stationHours: z.record(z.string(), z.object({ opensAt: z.int(), closesAt: z.int() })),
  timelineInstants: z.array(z.int()),
  /** Where the client finds the geometry; content-addressed, so it may be cached for ever. */
  geometryPath: z.nullable(z.string()),
});
export type ResolvedPack = z.infer<typeof resolvedPackSchema>;
