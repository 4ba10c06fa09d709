import { localDays } from '../local-time.ts';
import type { EarlierVote, ElectionPack, PublishedTurnout } from '../pack.ts';
import type { PackPath, PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { packFileNames } from '../pack-files.ts';
import { duplicates } from './duplicates.ts';

const file = packFileNames.earlierVotes;
type Report = (path: PackPath, reason: string) => void;

/** Areas cut out of others: both ends exist, and no area is its own parent. */
export function checkAreaChanges(pack: ElectionPack): PackProblem[] {
  const areas = new Set(pack.areas.map(({ id }) => id));
  return pack.areaChanges.flatMap((change, index) => {
    const at = (field: string, reason: string) =>
      packProblem(packFileNames.pack, ['areaChanges', index, field], reason);
    return [
      ...(['area', 'from'] as const)
        .filter((field) => !areas.has(change[field]))
        .map((field) => at(field, `No area is called ${change[field]}.`)),
      ...(change.area === change.from ? [at('from', `${change.area} cannot be cut out of itself.`)] : []),
      ...(localDays(change.since) === null ? [at('since', `There is no day ${change.since}.`)] : []),
    ];
  });
}

function checkDecimals(turnout: PublishedTurnout, path: PackPath, report: Report): void {
  if (turnout.hundredths % 10 ** (2 - turnout.decimals) !== 0)
    report(path, `${turnout.hundredths} hundredths cannot have been published with ${turnout.decimals} decimals.`);
}

function checkVote(vote: EarlierVote, pack: ElectionPack, report: Report): void {
  const areas = new Set(pack.areas.map(({ id }) => id));
  const notYet = new Map(
    pack.areaChanges.filter(({ since }) => since > vote.date).map(({ area, since }) => [area, since]),
  );
  if (localDays(vote.date) === null) report(['date'], `There is no day ${vote.date}.`);
  if (vote.date >= pack.date) report(['date'], `${vote.date} is not before the election of ${pack.date}.`);
  for (const { key, index } of duplicates(vote.cutoffs, ({ slot }) => slot))
    report(['cutoffs', index, 'slot'], `The slot ${key} is taken already.`);
  vote.cutoffs.forEach((cutoff, index) => {
    const path = ['cutoffs', index];
    const electorate = 'value' in vote.electorate ? vote.electorate.value : null;
    if (cutoff.ballots !== null && electorate !== null && cutoff.ballots > electorate)
      report([...path, 'ballots'], `${cutoff.ballots} ballots were issued to ${electorate} voters.`);
    if (cutoff.sources.length === 0) report([...path, 'sources'], 'No source is named.');
    if (cutoff.national !== null) checkDecimals(cutoff.national, [...path, 'national'], report);
    for (const [area, turnout] of Object.entries(cutoff.areas)) {
      if (!areas.has(area)) report([...path, 'areas', area], `No area is called ${area}.`);
      if (area === pack.root) report([...path, 'areas', area], 'The whole country stands under national.');
      const since = notYet.get(area);
      if (since !== undefined) report([...path, 'areas', area], `${area} exists since ${since} only.`);
      checkDecimals(turnout, [...path, 'areas', area], report);
    }
  });
}

/** Earlier votes: before this one, in areas that existed then, with no more decimals than were published. */
export function checkEarlierVotes(pack: ElectionPack): PackProblem[] {
  const problems: PackProblem[] = [];
  for (const { key, index } of duplicates(pack.earlierVotes, ({ id }) => id))
    problems.push(packProblem(file, [index, 'id'], `The vote ${key} is there already.`));
  pack.earlierVotes.forEach((vote, index) =>
    checkVote(vote, pack, (path, reason) => problems.push(packProblem(file, [index, ...path], reason))),
  );
  return problems;
}
