import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { repositoryRoot } from '../architecture/source-file.ts';
import { docTable } from './doc-table.ts';
import type { ScriptedDay } from './scripted-day.ts';
import { runScriptedDay } from './scripted-day.ts';

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

const rules = rulesSchema
  .parse(parse(readFileSync(path.join(repositoryRoot, 'docs/alerts.yml'), 'utf8')))
  .groups.flatMap((group) => group.rules);
const table = docTable('docs/alerts.md', 'series');
const namesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
const listed = table.flatMap((row) => namesIn(row['series'] ?? '').map((series) => ({ series, row })));

/** The series' families that an expression reads. */
function familiesOf(expr: string): string[] {
  const names = [...expr.matchAll(/\b(?:up|(?:yavka|nodejs|process)_\w+)\b/g)].map(([name]) => name);
  return names.map((name) => name.replace(/_(?:bucket|sum|count)$/, ''));
}

let day: ScriptedDay;
let families: string[];
let helps: Map<string, string>;
beforeAll(async () => {
  day = await runScriptedDay();
  const lines = (await day.scrape()).split('\n');
  families = lines.flatMap((line) => /^# TYPE (\S+) /.exec(line)?.[1] ?? []);
  helps = new Map(
    lines.flatMap((line) =>
      [...line.matchAll(/^# HELP (\S+) (.+)$/g)].map(([, name, help]) => [name ?? '', help ?? '']),
    ),
  );
});
afterAll(() => day.end());

describe('rules and series', () => {
  it('[RUN-9] every rule reads series that a running server has, and none is there twice', () => {
    const known = new Set([...families, 'up']);
    expect(
      rules.flatMap(({ alert, expr }) =>
        familiesOf(expr)
          .filter((name) => !known.has(name))
          .map((name) => `${alert}: ${name}`),
      ),
    ).toEqual([]);
    expect(rules.filter(({ expr }) => familiesOf(expr).length === 0)).toEqual([]);
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
  });

  it('[RUN-9] every series has its line in the table, its help, and a rule or the reason why it has none', () => {
    const isListed = (family: string): boolean =>
      listed.some(({ series }) => (series.endsWith('*') ? family.startsWith(series.slice(0, -1)) : series === family));
    expect(families.filter((family) => !isListed(family))).toEqual([]);
    const real = new Set([...families, 'up']);
    expect(
      listed.filter(({ series }) => !series.endsWith('*') && !real.has(series)).map(({ series }) => series),
    ).toEqual([]);
    expect(families.filter((family) => (helps.get(family) ?? '').length < 8)).toEqual([]);
    expect(families.filter((family) => family.startsWith('yavka_')).length).toBeGreaterThan(18);
    const read = new Map(rules.map(({ alert, expr }) => [alert, familiesOf(expr)]));
    const wrong = listed.flatMap(({ series, row }) => {
      const cell = row['rule, or why none'] ?? '';
      if (/^none: .{10}/.test(cell)) return [];
      const named = cell.split(', ');
      return named.every((alert) => read.get(alert)?.includes(series) === true) ? [] : [`${series}: ${cell}`];
    });
    expect(wrong).toEqual([]);
    const inTable = new Set(table.flatMap((row) => (row['rule, or why none'] ?? '').split(', ')));
    expect(rules.map(({ alert }) => alert).filter((alert) => !inTable.has(alert))).toEqual([]);
  });

  it('[RUN-9] no rule that wakes somebody goes by a rehearsal', () => {
    const waking = rules.filter(({ labels, expr }) => labels.severity === 'page' && !expr.startsWith('up{'));
    expect(waking.filter(({ expr }) => !expr.includes('mode="live"')).map(({ alert }) => alert)).toEqual([]);
  });
});
