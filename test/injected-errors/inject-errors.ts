import { setImmediate } from 'node:timers/promises';

import { isRejection } from '@yavka/server/write/decision';
import type { CheckId } from '@yavka/shared/figures/figure';
import type { Finding } from '@yavka/shared/figures/finding';
import type { AreaId, CutoffId } from '@yavka/shared/ids';
import type { RecordedAnnouncement } from '@yavka/shared/pack/recorded-day';

import type { Day, ErrorKind, Injection } from './error-kinds.ts';
import { errorKinds } from './error-kinds.ts';
import type { RecordedElection, RecordedStep } from './recorded-steps.ts';

/** What the checks made of one injected error. */
export interface Outcome {
  readonly kind: string;
  readonly cutoff: CutoffId;
  readonly wrong: readonly AreaId[];
  /** The strongest that they say of it beyond what they say of the true announcement. */
  readonly caught: 'stop' | 'warn' | 'nothing';
  /** Every check that says something new. */
  readonly by: readonly CheckId[];
  /** Where nothing stopped it: whether the true text, pasted as a second source, was stopped by X at every wrong figure. */
  readonly secondSource: 'stops' | 'passes' | 'not needed';
}

/**
 * Puts every kind of error into every recorded announcement at every place, each against the day as it stood. Some 1 500
 * texts are read for it: the event loop has its turn after each kind.
 */
export async function injectErrors(election: RecordedElection): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const lists = election.steps
    .map(({ announcement }) => announcement)
    .filter(({ areas, form }) => areas.length > 0 && form === 'list');
  for (const step of election.steps) {
    const truth = election.findings(step.before, step.announcement);
    const place = lists.findIndex(({ id }) => id === step.announcement.id);
    const day: Day = {
      pack: election.resolved.pack,
      previous: place < 1 ? null : (lists[place - 1] ?? null),
      next: place < 0 ? null : (lists[place + 1] ?? null),
    };
    for (const kind of errorKinds) {
      for (const injection of kind.injections(step.announcement, day))
        outcomes.push(outcomeOf(election, step, truth, kind, injection));
      await setImmediate();
    }
  }
  return outcomes;
}

function outcomeOf(
  election: RecordedElection,
  { announcement, before }: RecordedStep,
  truth: readonly Finding[],
  kind: ErrorKind,
  { wrong, announcement: mistaken }: Injection,
): Outcome {
  const news = election.findings(before, mistaken).filter((finding) => isNew(finding, truth, wrong));
  const caught = news.some(({ severity }) => severity === 'stop') ? 'stop' : news.length > 0 ? 'warn' : 'nothing';
  return {
    kind: kind.id,
    cutoff: announcement.cutoff,
    wrong,
    caught,
    by: [...new Set(news.map(({ check }) => check))],
    secondSource: caught === 'stop' ? 'not needed' : withSecondSource(election, before, mistaken, announcement, wrong),
  };
}

/** A finding that the true announcement does not have, or has with other numbers of a wrong figure. */
function isNew({ check, areas, message }: Finding, truth: readonly Finding[], wrong: readonly AreaId[]): boolean {
  return !truth.some(
    (known) =>
      known.check === check &&
      known.areas.join() === areas.join() &&
      (known.message.en === message.en || !areas.some((area) => wrong.includes(area))),
  );
}

/** The mistaken text was entered; then the true one comes from another source. */
function withSecondSource(
  election: RecordedElection,
  before: RecordedStep['before'],
  mistaken: RecordedAnnouncement,
  announcement: RecordedAnnouncement,
  wrong: readonly AreaId[],
): Outcome['secondSource'] {
  const entered = election.enter(before, mistaken);
  if (isRejection(entered)) throw new Error(`what no check stops was refused: ${JSON.stringify(entered)}`);
  const stopped = new Set(
    election
      .findings(entered, announcement)
      .flatMap(({ check, severity, areas }) => (check === 'X' && severity === 'stop' ? areas : [])),
  );
  return wrong.every((area) => stopped.has(area)) ? 'stops' : 'passes';
}
