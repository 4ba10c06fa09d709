import { languages } from '@yavka/shared/ids';
import type { Rejection } from '@yavka/shared/log/rejection';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionPack } from '@yavka/shared/pack/pack';
import { z } from 'zod';

export const exportFormats = ['csv', 'json', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What may be asked of an export. A name that is not here is refused: a mistyped one would silently give everything. */
export const exportQuerySchema = z.strictObject({
  lang: z.enum(languages).default('ru').describe('Language of the names, and of the decimal mark of a CSV'),
  at: z.string().optional().describe('A cutoff of the election, or `all`; the newest with figures when left out'),
  area: z.string().optional().describe('One area; all of them when left out'),
  table: z
    .enum(['figures', 'revisions'])
    .default('figures')
    .describe('Of a CSV: the figures that stand, or every revision. The other formats hold both'),
  audience: z.enum(['public', 'desk']).default('public'),
});
export type ExportQuestion = z.infer<typeof exportQuerySchema>;

const allowed: Readonly<Record<string, string>> = {
  lang: languages.join(', '),
  table: 'figures, revisions',
  audience: 'public, desk',
};

/** Reads the query of an export against the election, or says which parameter it is that cannot be understood. */
export function exportQuestionOf(query: unknown, pack: ElectionPack): ExportQuestion | Rejection {
  const read = exportQuerySchema.safeParse(query);
  if (!read.success) {
    const [issue] = read.error.issues;
    if (issue?.code === 'unrecognized_keys') return rejection('invalidQuery', issue.keys.join(', '));
    const name = String(issue?.path[0] ?? '');
    return rejection('invalidQuery', `${name}: ${allowed[name] ?? 'once'}`);
  }
  const { at, area } = read.data;
  const cutoffs = pack.cutoffs.map(({ id }) => id);
  if (at !== undefined && at !== 'all' && !cutoffs.includes(at)) {
    return rejection('invalidQuery', `at: ${[...cutoffs, 'all'].join(', ')}`);
  }
  if (area !== undefined && !pack.areas.some(({ id }) => id === area)) return rejection('unknownArea', area);
  return read.data;
}
