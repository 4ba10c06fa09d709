import type { InstantMs } from '@yavka/shared/ids';
import type { CommandInput } from '@yavka/shared/log/command';
import * as z from 'zod/mini';

import { typedCount, valueOf } from './typed-numbers.ts';

export const countFields = ['open', 'closed', 'notYetOpen', 'total'] as const;
export type CountField = (typeof countFields)[number];

/** A count of stations as it is being typed; an empty number was not stated. */
export const countDraftSchema = z.object({
  target: z.string(),
  open: z.string(),
  closed: z.string(),
  notYetOpen: z.string(),
  total: z.string(),
  /** In capital time; empty for now. */
  asOf: z.string(),
  source: z.string(),
});
export type CountDraft = z.infer<typeof countDraftSchema>;

export const emptyCount: CountDraft = {
  target: '',
  open: '',
  closed: '',
  notYetOpen: '',
  total: '',
  asOf: '',
  source: '',
};

/** What keeps a count from being sent, by field. Something must be counted besides the total. */
export function countProblemsOf(
  draft: CountDraft,
): Partial<Record<CountField | 'target' | 'source', 'unreadable' | 'required'>> {
  const unreadable = countFields.filter((field) => typedCount(draft[field]).kind === 'unreadable');
  const isEmpty = [draft.open, draft.closed, draft.notYetOpen].every((text) => text.trim() === '');
  return {
    ...(draft.target === '' ? { target: 'required' as const } : {}),
    ...(draft.source.trim() === '' ? { source: 'required' as const } : {}),
    ...(isEmpty ? { open: 'required' as const } : {}),
    ...Object.fromEntries(unreadable.map((field) => [field, 'unreadable' as const])),
  };
}

/** The command that a count without problems makes. */
export function countOf(draft: CountDraft, asOf: InstantMs, commandId: string): CommandInput {
  const [open, closed, notYetOpen, total] = [draft.open, draft.closed, draft.notYetOpen, draft.total].map((text) =>
    valueOf(typedCount(text)),
  );
  return {
    type: 'ReportStationCount',
    commandId,
    count: {
      target: draft.target,
      open: open ?? null,
      closed: closed ?? null,
      notYetOpen: notYetOpen ?? null,
      total: total ?? null,
      asOf,
      source: draft.source.trim(),
    },
  };
}
