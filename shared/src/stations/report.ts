import { z } from 'zod';

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
  source: z.string().min(1).max(200),
});
export type StationReport = z.infer<typeof stationReportSchema>;

/** A source's count for an area or a group: "8 150 of 10 033 open". A null number was not stated. */
export const stationCountSchema = z.object({
  target: idSchema,
  open: z.int().min(0).nullable(),
  closed: z.int().min(0).nullable(),
  notYetOpen: z.int().min(0).nullable(),
  total: z.int().min(0).nullable(),
  asOf: instantSchema,
  source: z.string().min(1).max(200),
});
export type StationCount = z.infer<typeof stationCountSchema>;
