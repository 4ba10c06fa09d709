import * as z from 'zod/mini';

/**
 * Identifiers and the few primitive shapes everything else is made of.
 * Ids are plain strings: they come from an election pack or are derived from what they name.
 */
const idPattern =
  /^(?!(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)$)[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
/** States keep things under their ids in plain objects, so what every object has by birth can be nobody's id. */
export const idSchema = z.string().check(z.regex(idPattern));

/** Whether a text can be an id, so that something may be looked up under it. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** A node of the tree of areas: the country, a region, a city, abroad. ISO 3166-2 where one exists. */
export type AreaId = string;
/** A reporting time of the commission, as the pack names it (`20:05`, `final`). */
export type CutoffId = string;
/** One figure: `<source>/<measure>/<cutoff>/<area>`; see `figureIdOf`. */
export type FigureId = string;
export type ElectorateId = string;
export type AnnouncementId = string;
export type StationId = string;
export type DispatchId = string;

/** An instant: whole milliseconds since 1970-01-01T00:00:00Z. */
export type InstantMs = number;
export const instantSchema = z.int().check(z.minimum(-8_640_000_000_000_000), z.maximum(8_640_000_000_000_000));

export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageSchema = z.enum(languages);

/** The same words in Kazakh, Russian and English. */
export const localizedSchema = z.object({
  kk: z.string().check(z.minLength(1)),
  ru: z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
});
export type Localized = z.infer<typeof localizedSchema>;

/** Live or rehearsal: a property of the log, fixed by its first entry. */
export const modeSchema = z.enum(['live', 'rehearsal']);
export type Mode = z.infer<typeof modeSchema>;
