import { localDays, localMinutes } from '../local-time.ts';
import type { ElectionPack } from '../pack.ts';
import type { PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { packFileNames } from '../pack-files.ts';
import { duplicates } from './duplicates.ts';

const file = packFileNames.pack;
/** The longest "day" of an election, in days after its date: polls abroad close the next morning, the final record comes later still. */
const longestCount = 60;

/** Cutoffs in the order of the day, each with a slot and an electorate that exist, and so far apart that a stated time belongs to one. */
export function checkCutoffs(pack: ElectionPack): PackProblem[] {
  const problems: PackProblem[] = [];
  const electionDay = localDays(pack.date);
  if (electionDay === null) problems.push(packProblem(file, ['date'], `There is no day ${pack.date}.`));
  for (const [field, keyOf] of [
    ['id', (cutoff: ElectionPack['cutoffs'][number]) => cutoff.id],
    ['slot', (cutoff: ElectionPack['cutoffs'][number]) => cutoff.slot],
  ] as const) {
    for (const { key, index, first } of duplicates(pack.cutoffs, keyOf)) {
      problems.push(
        packProblem(file, ['cutoffs', index, field], `${key} is the ${field} of cutoffs[${first}] already.`),
      );
    }
  }
  pack.cutoffs.forEach((cutoff, index) => {
    const at = (field: string, reason: string) => problems.push(packProblem(file, ['cutoffs', index, field], reason));
    const day = localDays(cutoff.localDate);
    if (day === null) at('localDate', `There is no day ${cutoff.localDate}.`);
    else if (
      electionDay !== null &&
      (day < electionDay || day > electionDay + (cutoff.kind === 'final' ? longestCount : 1))
    ) {
      at('localDate', `${cutoff.localDate} is not within the election of ${pack.date}.`);
    }
    if (cutoff.localTime !== null) {
      if (localMinutes(cutoff.localTime) === null) at('localTime', `There is no time ${cutoff.localTime}.`);
      if (!cutoff.localTime.startsWith(cutoff.localDate))
        at('localTime', `${cutoff.localTime} is not on ${cutoff.localDate}.`);
      for (const [language, label] of Object.entries(cutoff.label)) {
        if (/^\d\d:\d\d$/.test(label) && label !== cutoff.localTime.slice(11)) {
          problems.push(
            packProblem(
              file,
              ['cutoffs', index, 'label', language],
              `The label says ${label}, the time is ${cutoff.localTime.slice(11)}.`,
            ),
          );
        }
      }
    } else if (cutoff.kind !== 'final') at('localTime', 'Only a final record may have no hour.');
    if ((cutoff.kind === 'final') !== (cutoff.status === 'final'))
      at('status', `A cutoff of kind ${cutoff.kind} cannot be ${cutoff.status}.`);
    if (cutoff.basis !== null) {
      const basis = pack.electorates.find(({ id }) => id === cutoff.basis);
      if (basis === undefined) at('basis', `No electorate version is called ${cutoff.basis}.`);
      else if (basis.area !== pack.root || basis.approximate)
        at('basis', `${cutoff.basis} is not an exact electorate of the whole country.`);
    }
    const before = pack.cutoffs[index - 1];
    if (before === undefined) return;
    if (before.kind === 'final') at('kind', 'Nothing follows the final record.');
    if (cutoff.localDate < before.localDate)
      at('localDate', `${cutoff.id} comes before ${before.id}, which stands above it.`);
    if (cutoff.localTime === null || before.localTime === null) return;
    const gap = (localMinutes(cutoff.localTime) ?? 0) - (localMinutes(before.localTime) ?? 0);
    if (gap <= 0) at('localTime', `${cutoff.id} is not after ${before.id}, which stands above it.`);
    else if (gap <= 2 * pack.cutoffToleranceMinutes)
      at('localTime', `${before.id} and ${cutoff.id} are so near that a stated time could belong to both.`);
  });
  return problems;
}
