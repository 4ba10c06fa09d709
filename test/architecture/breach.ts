import { readRules } from './read-rules.ts';

/** A place that breaks a rule of the house. */
export interface Breach {
  readonly path: string;
  readonly line?: number;
  readonly what: string;
}

/** @throws Error with the rule's sentence and every place that breaks it */
export function expectHeld(ruleId: string, breaches: readonly Breach[]): void {
  if (breaches.length === 0) return;
  const places = breaches.map(({ path, line, what }) => `  ${path}${line === undefined ? '' : `:${line}`}  ${what}`);
  throw new Error(`${ruleId}: ${readRules().get(ruleId) ?? 'no such rule'}\n${places.join('\n')}`);
}
