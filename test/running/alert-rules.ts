import { readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

import { repositoryRoot } from '../architecture/source-file.ts';

const ruleSchema = z.strictObject({
  alert: z.string().regex(/^Yavka[A-Z]\w+$/),
  expr: z.string(),
  for: z
    .string()
    .regex(/^\d+[sm]$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string().min(20), action: z.string().min(30) }),
});
const rulesSchema = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string(), rules: z.array(ruleSchema).min(1) })),
});

/** The rules of `docs/alerts.yml`. */
export const alertRules = rulesSchema
  .parse(parse(readFileSync(path.join(repositoryRoot, 'docs/alerts.yml'), 'utf8')))
  .groups.flatMap((group) => group.rules);

/** The series' families that an expression reads. */
export function familiesOf(expr: string): string[] {
  const names = [...expr.matchAll(/\b(?:up|(?:yavka|nodejs|process)_\w+)\b/g)].map(([name]) => name);
  return names.map((name) => name.replace(/_(?:bucket|sum|count)$/, ''));
}
