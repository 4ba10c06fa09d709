import { z } from 'zod';

import { idSchema, languageSchema, localizedSchema } from '../ids.ts';
import { checkIdSchema, figureStatusSchema } from '../figures/figure.ts';
import { turnoutIntervalSchema } from '../figures/turnout.ts';

/**
 * An election pack: everything the product knows of one election, as data. One folder
 * `shared/packs/<election-id>/` with `pack.json` (this schema without the parts named below),
 * `earlier-votes.json`, `recorded-day.json`, `sources.json` and the geometry.
 */

const localTimeSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
const localDateSchema = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const hourSchema = z.string().regex(/^\d\d:\d\d$/);
const offsetSchema = z.string().regex(/^[+-]\d\d:\d\d$/);
const sourceIdSchema = z.string().min(1);

/** A value with its source, or the statement that no source gives it. */
function knownSchema<Value extends z.ZodType>(value: Value) {
  return z.union([
    z.object({ value, source: sourceIdSchema, note: z.string().optional() }),
    z.object({ notKnown: z.literal(true), note: z.string() }),
  ]);
}
export const knownCountSchema = knownSchema(z.int().min(0));
export type KnownCount = z.infer<typeof knownCountSchema>;

/** A zone of civil time with its dated rules; the newest rule not after the day holds. */
export const zoneSchema = z.object({
  id: idSchema,
  /** IANA name; checked against the machine's tables at load, the pack's rule wins. */
  timeZone: z.string(),
  offsets: z.array(z.object({ from: localDateSchema, utcOffset: offsetSchema, source: sourceIdSchema })).min(1),
});
export type Zone = z.infer<typeof zoneSchema>;

export const hoursSchema = z.object({ open: hourSchema, close: hourSchema });

export const areaSchema = z.object({
  id: idSchema,
  parent: idSchema.nullable(),
  kind: z.enum(['country', 'region', 'city', 'abroad']),
  /** Place in the commission's own order; 0 for the root. */
  order: z.int().min(0),
  names: localizedSchema,
  /** For labels: without the word for what it is, an adjective where the language names it so. */
  shortNames: localizedSchema,
  /** For tiles: at most 8 letters. */
  abbreviations: localizedSchema,
  zone: idSchema.nullable(),
  hours: hoursSchema.nullable(),
  /** Every spelling by which announcements may name the area, by language; base forms, adjectives in the nominative. */
  spellings: z.object({
    ru: z.array(z.string()),
    kk: z.array(z.string()),
    en: z.array(z.string()),
    kkLatn: z.array(z.string()).optional(),
    kkArab: z.array(z.string()).optional(),
  }),
  /** [longitude, latitude], degrees. */
  labelPoint: z.tuple([z.number(), z.number()]).nullable(),
  /** [column, row] in the tile grid. */
  tile: z.tuple([z.int(), z.int()]).nullable(),
  /** Drawn with a ring and a leader, being too small for a label inside. */
  callout: z.boolean(),
  stations: knownCountSchema,
});
export type Area = z.infer<typeof areaSchema>;

/** Areas that are counted or close together ("the west"), named so that a source's count can be about them. */
export const areaGroupSchema = z.object({
  id: idSchema,
  names: localizedSchema,
  areas: z.array(idSchema).min(1),
  stations: knownCountSchema,
});
export type AreaGroup = z.infer<typeof areaGroupSchema>;

/** A polling station known by name: at home where a list exists, abroad a named city. */
export const stationSchema = z.object({
  id: idSchema,
  area: idSchema,
  names: localizedSchema,
  /** The state, for stations abroad. */
  state: localizedSchema.nullable(),
  zone: idSchema,
  hours: hoursSchema,
  source: sourceIdSchema,
  /** What a reader should know of how the source names it. */
  note: localizedSchema.optional(),
});
export type Station = z.infer<typeof stationSchema>;

export const cutoffSchema = z.object({
  id: idSchema,
  /** As printed on a rail: "20:05", or a word. */
  label: localizedSchema,
  kind: z.enum(['progress', 'close', 'final']),
  /** Capital time; null where only the day is known. */
  localTime: localTimeSchema.nullable(),
  localDate: localDateSchema,
  /** Pairs it with earlier votes: "10", "20", "final". */
  slot: z.string(),
  status: figureStatusSchema,
  /** The electorate version the percentages of this cutoff rest on, when a source tells. */
  basis: idSchema.nullable(),
});
export type Cutoff = z.infer<typeof cutoffSchema>;

export const electorateVersionSchema = z.object({
  id: idSchema,
  area: idSchema,
  value: z.int().min(1),
  asOf: localDateSchema,
  label: localizedSchema,
  source: sourceIdSchema,
  /** "about 770 thousand": never divided by. */
  approximate: z.boolean(),
  note: z.string().optional(),
});
export type ElectorateVersion = z.infer<typeof electorateVersionSchema>;

export const bandSchema = z.object({
  min: z.int().min(0),
  max: z.int().max(10_000),
  color: z.string().regex(/^#[0-9A-F]{6}$/),
  /** Which ground colour a figure on this fill takes. */
  figure: z.enum(['paper', 'ink']),
});
export type Band = z.infer<typeof bandSchema>;

/** A count of stations as a source stated it, for the opening timeline. */
export const stationTimelineSchema = z.object({
  localTime: localTimeSchema,
  /** An area or a group. */
  target: idSchema,
  open: z.int().min(0).nullable(),
  closed: z.int().min(0).nullable(),
  notYetOpen: z.int().min(0).nullable(),
  total: z.int().min(0).nullable(),
  source: sourceIdSchema,
  note: z.string().optional(),
});
export type StationTimelinePoint = z.infer<typeof stationTimelineSchema>;

/** A published turnout of an earlier vote with the decimals it was published with. */
export const publishedTurnoutSchema = z.object({
  hundredths: z.int().min(0).max(10_000),
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
      national: publishedTurnoutSchema.nullable(),
      ballots: z.int().min(0).nullable(),
      /** Areas of that vote's own borders; an area absent here was not found. */
      areas: z.record(z.string(), publishedTurnoutSchema),
      sources: z.array(sourceIdSchema),
      /** Something a reader must be told before comparing. */
      mark: localizedSchema.nullable(),
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

/** What was announced on the recorded day: facts from which the replay composes its own announcements. */
export const recordedAnnouncementSchema = z.object({
  id: idSchema,
  /** When it is announced in the replay, capital time. */
  localTime: localTimeSchema,
  /** False where no source gives the hour and the replay places it. */
  timeKnown: z.boolean(),
  cutoff: idSchema,
  status: figureStatusSchema,
  language: languageSchema,
  form: z.enum(['prose', 'list']),
  national: z.object({
    turnout: turnoutIntervalSchema.nullable(),
    ballots: z.int().min(0).nullable(),
    electorate: z.int().min(1).nullable(),
  }),
  areas: z.array(z.object({ area: idSchema, turnout: turnoutIntervalSchema })),
  sources: z.array(sourceIdSchema).min(1),
  /** Answers to the stops that the checks give on this announcement. */
  overrides: z.array(z.object({ check: checkIdSchema, area: idSchema.nullable(), reason: localizedSchema })),
  note: z.string().optional(),
});
export type RecordedAnnouncement = z.infer<typeof recordedAnnouncementSchema>;

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
  zones: z.array(zoneSchema).min(1),
  areas: z.array(areaSchema).min(1),
  groups: z.array(areaGroupSchema),
  stations: z.array(stationSchema),
  abroad: z
    .object({
      area: idSchema,
      states: knownCountSchema,
      /** Said of the stations not named in `stations`. */
      restNote: localizedSchema,
    })
    .nullable(),
  stationTimeline: z.array(stationTimelineSchema),
  cutoffs: z.array(cutoffSchema).min(1),
  /** A time stated in an announcement belongs to a cutoff when it is this near, minutes. */
  cutoffToleranceMinutes: z.int().min(0),
  electorates: z.array(electorateVersionSchema),
  bands: z.array(bandSchema).min(1),
  /** "Approaching 80" reaches this far below 80, hundredths of a percent. */
  approachWidth: z.int().min(1),
  /** "About 33" reaches this far to both sides, hundredths of a percent. */
  aboutWidth: z.int().min(1),
  geometry: z.object({ file: z.string(), object: z.string(), credit: localizedSchema }).nullable(),
  areaChanges: z.array(areaChangeSchema),
  earlierVotes: z.array(earlierVoteSchema),
  recordedDay: z.object({ start: localTimeSchema, announcements: z.array(recordedAnnouncementSchema) }).nullable(),
  sources: z.record(z.string(), z.object({ url: z.string(), lang: z.string(), note: z.string().optional() })),
});
export type ElectionPack = z.infer<typeof electionPackSchema>;

/** A pack with every local time resolved to instants, as the server sends it; clients use no zone table. */
export const resolvedPackSchema = z.object({
  pack: electionPackSchema,
  packHash: z.string(),
  /** Minutes east of UTC on election day, by zone. */
  zoneOffsets: z.record(z.string(), z.int()),
  cutoffInstants: z.record(z.string(), z.int().nullable()),
  /** Scheduled opening and closing of each area that has hours. */
  areaHours: z.record(z.string(), z.object({ opensAt: z.int(), closesAt: z.int() })),
  stationHours: z.record(z.string(), z.object({ opensAt: z.int(), closesAt: z.int() })),
  timelineInstants: z.array(z.int()),
  /** Where the client finds the geometry; content-addressed, so it may be cached for ever. */
  geometryPath: z.string().nullable(),
});
export type ResolvedPack = z.infer<typeof resolvedPackSchema>;
