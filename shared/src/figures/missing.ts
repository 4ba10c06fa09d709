import * as z from 'zod/mini';

/** Why a number is not there. A missing number always has one of these reasons. */
export const missingReasons = [
  'notYetDue',
  'awaited',
  'notReported',
  'withheld',
  'notApplicable',
  'unknownToSources',
] as const;
export const missingReasonSchema = z.enum(missingReasons);
export type MissingReason = z.infer<typeof missingReasonSchema>;
