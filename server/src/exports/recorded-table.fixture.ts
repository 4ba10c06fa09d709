import type { ElectionState } from '@yavka/shared/log/state';
import { at, dayUntil, pack, resolved } from '@yavka/shared/scenes/recorded-scenes.fixture';

import type { ExportQuestion } from './export-question.ts';
import { exportQuestionOf } from './export-question.ts';
import type { ExportTable } from './export-table-of.ts';
import { exportTableOf } from './export-table-of.ts';

/** The recorded day as far as 20:05, in rehearsal. */
export function eveningState(): ElectionState {
  const last = pack.recordedDay?.announcements.findLast(({ cutoff }) => cutoff === '20:05')?.id ?? null;
  return { ...dayUntil(last), logId: 'log-1', mode: 'rehearsal' };
}

/** A query as it comes from an address. */
export function questionOf(query: Record<string, string>): ExportQuestion {
  const question = exportQuestionOf(query, pack);
  if ('rejected' in question) throw new Error(`refused: ${question.rejected}`);
  return question;
}

export function tableOf(query: Record<string, string>, state: ElectionState = eveningState()): ExportTable {
  return exportTableOf(state, resolved, questionOf(query), at('20:14'));
}
