import type { CheckId } from '@yavka/shared/figures/figure';
import { checkIds } from '@yavka/shared/figures/figure';
import type { Finding } from '@yavka/shared/figures/finding';
import { formatHundredths, formatPoints } from '@yavka/shared/format/number';
import type { ElectionPack } from '@yavka/shared/pack/pack';

import { earlierFindings } from './earlier-days.ts';
import { errorKinds } from './error-kinds.ts';
import { foretoldOf } from './foretold.ts';
import type { Outcome } from './inject-errors.ts';
import { markdownTable } from './markdown-table.ts';
import type { RecordedElection } from './recorded-steps.ts';

/** The page of `docs/`: what the checks say of true days, and what they catch of injected errors. */
export function checksPage(election: RecordedElection, outcomes: readonly Outcome[]): string {
  const { pack } = election.resolved;
  return `# What the checks catch

Measured, not promised: \`npm run checks:table\` prints this page and a test holds it to what the code does. Errors of the
kinds that outlets really made are put into the recorded day's announcements, at every cutoff and every row where the
kind can stand; the text is composed with the error in it, read by the parser and checked against the day as it stood.
Letters are the checks' ids in \`shared/SPEC.md\`: B bounds, M fallen values, C counts, S shifted rows, X a second source,
W the weighted sum, I increments, D equal values, R a stale list, P plausibility.

## True days

What the checks say where nothing was put in. The earlier votes were published with gaps and mostly with one decimal, and
are run in the borders they had.

${trueDays(election, pack)}

The stops at 22:00 are official: two areas were lowered, and the count rests on other lists than before. The stop on the
final figure of June 2022 is official too. R and W of that evening are right: five areas were announced with the values
of two hours before.

## Injected errors

${byKind(outcomes)}

"Second source" is for those that nothing stopped: the mistaken text is entered, and the true one, pasted as another
source's, is stopped by X at every wrong figure.

## By cutoff

Stopped / warned of / nothing said.

${byCutoff(outcomes, pack)}

## W foretold

The country's turnout from the areas', with weights fitted to the cutoffs before. W warns beyond 0.70 points with three
cutoffs to learn from and beyond 0.40 with more.

${foretold(election)}
`;
}

function trueDays(election: RecordedElection, pack: ElectionPack): string {
  const recorded = election.steps.map(({ announcement, before }) => ({
    day: pack.id,
    at: announcement.form === 'prose' ? `${announcement.cutoff}, in words` : announcement.cutoff,
    figures: announcement.areas.length + 1,
    findings: election.findings(before, announcement),
  }));
  const earlier = earlierFindings(pack).map(({ vote, slot, figures, findings }) => ({
    day: vote,
    at: slot,
    figures,
    findings,
  }));
  return markdownTable(
    ['day', 'cutoff', 'figures', 'stops', 'warnings'],
    [...recorded, ...earlier].map(({ day, at, figures, findings }) => [
      day,
      at,
      String(figures),
      told(findings, 'stop', pack),
      told(findings, 'warn', pack),
    ]),
  );
}

function told(findings: readonly Finding[], severity: Finding['severity'], pack: ElectionPack): string {
  const nameOf = (id: string): string => pack.areas.find((area) => area.id === id)?.shortNames.en ?? id;
  return findings
    .filter((finding) => finding.severity === severity)
    .map(({ check, areas }) => `${check} ${areas.map(nameOf).join(', ')}`)
    .join('; ');
}

function byKind(outcomes: readonly Outcome[]): string {
  return markdownTable(
    ['error', 'tried', 'stopped', 'warned of', 'nothing', 'said by', 'second source'],
    errorKinds.map(({ id, title }) => {
      const own = outcomes.filter(({ kind }) => kind === id);
      const needed = own.filter(({ secondSource }) => secondSource !== 'not needed');
      const shown = needed.filter(({ secondSource }) => secondSource === 'stops').length;
      return [
        title,
        String(own.length),
        ...tallyOf(own).map(String),
        checkIds.flatMap((check) => timesSaid(own, check)).join(', '),
        needed.length === 0 ? '' : `${String(shown)} of ${String(needed.length)}`,
      ];
    }),
  );
}

function timesSaid(outcomes: readonly Outcome[], check: CheckId): string[] {
  const times = outcomes.filter(({ by }) => by.includes(check)).length;
  return times === 0 ? [] : [`${check} ${String(times)}`];
}

function byCutoff(outcomes: readonly Outcome[], pack: ElectionPack): string {
  return markdownTable(
    ['error', ...pack.cutoffs.map(({ label }) => label.en)],
    errorKinds.map(({ id, title }) => [
      title.replace(/ \(.*/, ''),
      ...pack.cutoffs.map((cutoff) => {
        const own = outcomes.filter((outcome) => outcome.kind === id && outcome.cutoff === cutoff.id);
        return own.length === 0 ? '' : tallyOf(own).join(' / ');
      }),
    ]),
  );
}

function tallyOf(outcomes: readonly Outcome[]): number[] {
  return (['stop', 'warn', 'nothing'] as const).map((each) => outcomes.filter(({ caught }) => caught === each).length);
}

function foretold(election: RecordedElection): string {
  return markdownTable(
    ['cutoff', 'cutoffs learnt from', 'stated', 'areas together', 'difference'],
    foretoldOf(election).map(({ cutoff, fittedTo, stated, together, gap }) => [
      cutoff,
      String(fittedTo),
      formatHundredths(stated, 'en'),
      formatHundredths(together, 'en'),
      formatPoints(gap, 'en', 2),
    ]),
  );
}
