import type { ExportFormat } from './export-question.ts';
import type { ExportTable } from './export-table-of.ts';

/** A file's name that says what is in it: election, cutoff, area, language and, of a rehearsal, that it is one. */
export function exportNameOf({ question, resolved, state, cutoffs }: ExportTable, ending: ExportFormat): string {
  const at = question.at === 'all' ? 'all' : (cutoffs[0]?.id ?? 'none');
  const parts = [
    resolved.pack.id,
    ...(question.table === 'revisions' && ending === 'csv' ? ['revisions'] : ['turnout']),
    ...(question.area === undefined ? [] : [question.area]),
    at,
    question.lang,
    ...(question.audience === 'desk' ? ['desk-unreleased'] : []),
    ...(state.mode === 'rehearsal' ? ['rehearsal'] : []),
  ];
  return `${parts.join('_').replaceAll(/[^\w.-]/g, '-')}.${ending}`;
}
