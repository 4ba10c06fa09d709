import * as z from 'zod/mini';

/** `YYYY-MM-DDTHH:MM` of a clock that the field names. */
export const localTimeSchema = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/));
/** Names one of the pack's sources. */
export const sourceIdSchema = z.string().check(z.minLength(1));
