import * as z from 'zod/mini';

import { idSchema, instantSchema } from '../ids.ts';

export const stationStatuses = ['notYetOpen', 'open', 'closed', 'suspended'] as const;
export const stationStatusSchema = z.enum(stationStatuses);
export type StationStatus = z.infer<typeof stationStatusSchema>;

/** A source's word on one station. */
export const stationReportSchema = z.object({
  station: idSchema,
  status: stationStatusSchema,
  /** When it was so, by the source. */
  asOf: instantSchema,
  source: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type StationReport = z.infer<typeof stationReportSchema>;

/** A source's count for an area or a group: "8 150 of 10 033 open". A null number was not stated. */
export const stationCountSchema = z.object({
  target: idSchema,
  open: z.nullable(z.int().check(z.minimum(0))),
  closed: z.nullable(z.int().check(z.minimum(0))),
  notYetOpen: z.nullable(z.int().check(z.minimum(0))),
  total: z.nullable(z.int().check(z.minimum(0))),
  asOf: instantSchema,
  source: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type StationCount = z.infer<typeof stationCountSchema>;
