import { isExact, wholeTurnout } from '../../figures/turnout.ts';
import { localMinutes } from '../local-time.ts';
import type { ElectionPack } from '../pack.ts';
import type { RecordedAnnouncement, RecordedDispatch } from '../recorded-day.ts';
import type { PackPath, PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { packFileNames } from '../pack-files.ts';
import { duplicates } from './duplicates.ts';

const file = packFileNames.recordedDay;
type Report = (path: PackPath, reason: string) => void;

/** True when `ballots` of `electorate` is `hundredths` of a percent, rounded to the nearest either way. */
function countFits(ballots: number, electorate: number, hundredths: number): boolean {
  const off = 10_000n * BigInt(ballots) - BigInt(hundredths) * BigInt(electorate);
  return 2n * (off < 0n ? -off : off) <= BigInt(electorate);
}

function checkNational({ national }: RecordedAnnouncement, pack: ElectionPack, report: Report): void {
  const { turnout, ballots, electorate } = national;
  const versions = pack.electorates.filter(({ area, approximate }) => area === pack.root && !approximate);
  if (electorate !== null && !versions.some(({ value }) => value === electorate)) {
    report(['national', 'electorate'], `${electorate} is no electorate version of the pack.`);
  }
  const largest = electorate ?? Math.max(0, ...versions.map(({ value }) => value));
  if (ballots !== null && largest > 0 && ballots > largest)
    report(['national', 'ballots'], `${ballots} ballots were issued to ${largest} voters.`);
  else if (
    ballots !== null &&
    electorate !== null &&
    turnout !== null &&
    isExact(turnout) &&
    !countFits(ballots, electorate, turnout.min)
  ) {
    report(['national', 'turnout'], `${ballots} of ${electorate} is not ${turnout.min} hundredths of a percent.`);
  }
  if (turnout !== null && turnout.max > wholeTurnout)
    report(['national', 'turnout'], 'A turnout above 100 % cannot have been recorded.');
}

function checkAreaFigures(announcement: RecordedAnnouncement, pack: ElectionPack, report: Report): void {
  const areas = new Set(pack.areas.map(({ id }) => id));
  announcement.areas.forEach(({ area, turnout }, index) => {
    if (!areas.has(area)) report(['areas', index, 'area'], `No area is called ${area}.`);
    if (area === pack.root) report(['areas', index, 'area'], 'The whole country stands under national.');
    if (turnout.max > wholeTurnout)
      report(['areas', index, 'turnout'], 'A turnout above 100 % cannot have been recorded.');
  });
  for (const { key, index } of duplicates(announcement.areas, ({ area }) => area))
    report(['areas', index, 'area'], `${key} has a figure in this announcement already.`);
  announcement.overrides.forEach(({ area }, index) => {
    const isTold = area === null || area === pack.root || announcement.areas.some((figure) => figure.area === area);
    if (!isTold) report(['overrides', index, 'area'], `The announcement has no figure of ${area}.`);
  });
}

function checkPlaceInDay(announcement: RecordedAnnouncement, pack: ElectionPack, report: Report): void {
  const minutes = localMinutes(announcement.localTime);
  if (minutes === null) report(['localTime'], `There is no time ${announcement.localTime}.`);
  const cutoff = pack.cutoffs.find(({ id }) => id === announcement.cutoff);
  if (cutoff === undefined) {
    report(['cutoff'], `No cutoff is called ${announcement.cutoff}.`);
    return;
  }
  if (cutoff.status !== announcement.status) report(['status'], `The cutoff ${cutoff.id} is ${cutoff.status}.`);
  const due = cutoff.localTime === null ? localMinutes(`${cutoff.localDate}T00:00`) : localMinutes(cutoff.localTime);
  if (minutes !== null && due !== null && minutes < due - pack.cutoffToleranceMinutes) {
    report(['localTime'], `Nobody can announce at ${announcement.localTime} how things stood at ${cutoff.id}.`);
  }
}

function checkDispatch(dispatch: RecordedDispatch, pack: ElectionPack, report: Report): void {
  if (!pack.areas.some(({ id }) => id === dispatch.area)) report(['area'], `No area is called ${dispatch.area}.`);
  if (localMinutes(dispatch.localTime) === null) report(['localTime'], `There is no time ${dispatch.localTime}.`);
  let last = dispatch;
  dispatch.answers.forEach((answer, index) => {
    if (localMinutes(answer.localTime) === null)
      report(['answers', index, 'localTime'], `There is no time ${answer.localTime}.`);
    if (answer.localTime < last.localTime)
      report(['answers', index, 'localTime'], 'The answer comes before what it answers.');
    if (answer.officialResponse === last.officialResponse)
      report(['answers', index, 'officialResponse'], 'This has been answered already.');
    last = { ...last, ...answer };
  });
}

/** The recorded day: figures of areas and cutoffs that exist, in the order of the day, with counts that their percentages fit. */
export function checkRecordedDay(pack: ElectionPack): PackProblem[] {
  if (pack.recordedDay === null) return [];
  const { start, announcements } = pack.recordedDay;
  const problems: PackProblem[] = [];
  if (localMinutes(start) === null) problems.push(packProblem(file, ['start'], `There is no time ${start}.`));
  for (const { key, index } of duplicates(announcements, ({ id }) => id)) {
    problems.push(packProblem(file, ['announcements', index, 'id'], `The announcement ${key} is there already.`));
  }
  announcements.forEach((announcement, index) => {
    const report: Report = (path, reason) =>
      problems.push(packProblem(file, ['announcements', index, ...path], reason));
    const before = announcements[index - 1]?.localTime ?? start;
    if (announcement.localTime < before) report(['localTime'], `The day runs back here: ${before} stands above.`);
    const { turnout, ballots } = announcement.national;
    if (turnout === null && ballots === null && announcement.areas.length === 0)
      report([], 'The announcement states no figure.');
    checkPlaceInDay(announcement, pack, report);
    checkNational(announcement, pack, report);
    checkAreaFigures(announcement, pack, report);
  });
  (pack.recordedDay.dispatches ?? []).forEach((dispatch, index) => {
    const report: Report = (path, reason) => problems.push(packProblem(file, ['dispatches', index, ...path], reason));
    checkDispatch(dispatch, pack, report);
  });
  for (const { key, index } of duplicates(pack.recordedDay.dispatches ?? [], ({ id }) => id))
    problems.push(packProblem(file, ['dispatches', index, 'id'], `The dispatch ${key} is there already.`));
  return problems;
}
