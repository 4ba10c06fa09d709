import { figureStatusSchema } from '@yavka/shared/figures/figure';
import * as z from 'zod/mini';

/** An announcement as it is being prepared. */
export const announcementDraftSchema = z.object({
  text: z.string(),
  source: z.string(),
  /** Chosen by the operator; null leaves it to the text. */
  cutoff: z.nullable(z.string()),
  status: z.nullable(figureStatusSchema),
  /** Answers to the stops, by finding. */
  reasons: z.record(z.string(), z.string()),
});
export type AnnouncementDraft = z.infer<typeof announcementDraftSchema>;

export const emptyAnnouncement: AnnouncementDraft = { text: '', source: '', cutoff: null, status: null, reasons: {} };
