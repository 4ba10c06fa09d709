import * as z from 'zod/mini';

/** What a reader may see. Public means released; the desk sees everything. */
export const audienceSchema = z.enum(['public', 'desk']);
export type Audience = z.infer<typeof audienceSchema>;
