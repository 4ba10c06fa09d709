import { localDays, localMinutes } from '../local-time.ts';
import type { ElectionPack, KnownCount } from '../pack.ts';
import type { PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { packFileNames } from '../pack-files.ts';
import { duplicates } from './duplicates.ts';

const file = packFileNames.pack;

function countOf(known: KnownCount | undefined): number | null {
  return known !== undefined && 'value' in known ? known.value : null;
}

/** Groups of areas: members that exist, and a count that agrees with theirs or says that it does not. */
function checkGroups(pack: ElectionPack): PackProblem[] {
  const areas = new Map(pack.areas.map((area) => [area.id, area]));
  const problems: PackProblem[] = [];
  for (const { key, index } of duplicates(pack.groups, ({ id }) => id))
    problems.push(packProblem(file, ['groups', index, 'id'], `The group ${key} is there already.`));
  pack.groups.forEach((group, index) => {
    if (areas.has(group.id))
      problems.push(
        packProblem(file, ['groups', index, 'id'], `${group.id} is an area: a count of stations could be of either.`),
      );
    group.areas.forEach((id, place) => {
      if (!areas.has(id))
        problems.push(packProblem(file, ['groups', index, 'areas', place], `No area is called ${id}.`));
    });
    for (const { key, index: place } of duplicates(group.areas, (id) => id)) {
      problems.push(packProblem(file, ['groups', index, 'areas', place], `${key} is in the group already.`));
    }
    const counts = group.areas.map((id) => countOf(areas.get(id)?.stations));
    const sum = counts.includes(null) ? null : counts.reduce<number>((total, count) => total + (count ?? 0), 0);
    const stated = countOf(group.stations);
    if (sum !== null && stated !== null && sum !== stated && group.stations.note === undefined) {
      problems.push(
        packProblem(
          file,
          ['groups', index, 'stations'],
          `The areas' stations add up to ${sum}, the group has ${stated}, and no note says why.`,
        ),
      );
    }
  });
  return problems;
}

function checkNamedStations(pack: ElectionPack): PackProblem[] {
  const areas = new Map(pack.areas.map((area) => [area.id, area]));
  const problems: PackProblem[] = [];
  for (const { key, index } of duplicates(pack.stations, ({ id }) => id))
    problems.push(packProblem(file, ['stations', index, 'id'], `The station ${key} is there already.`));
  pack.stations.forEach((station, index) => {
    const area = areas.get(station.area);
    if (area === undefined)
      problems.push(packProblem(file, ['stations', index, 'area'], `No area is called ${station.area}.`));
    else if ((area.kind === 'abroad') !== (station.state !== null)) {
      problems.push(
        packProblem(file, ['stations', index, 'state'], 'A station abroad names its state, one at home names none.'),
      );
    }
  });
  pack.areas.forEach((area, index) => {
    const [named, count] = [pack.stations.filter((station) => station.area === area.id).length, countOf(area.stations)];
    if (count !== null && named > count)
      problems.push(
        packProblem(
          file,
          ['areas', index, 'stations'],
          `${named} stations are named, more than the ${count} that there are.`,
        ),
      );
  });
  if (pack.abroad !== null && areas.get(pack.abroad.area)?.kind !== 'abroad') {
    problems.push(packProblem(file, ['abroad', 'area'], `${pack.abroad.area} is not a branch abroad.`));
  }
  if (pack.abroad === null && pack.areas.some(({ kind }) => kind === 'abroad')) {
    problems.push(packProblem(file, ['abroad'], 'There is a branch abroad, and nothing is said of its states.'));
  }
  return problems;
}

function checkTimeline(pack: ElectionPack): PackProblem[] {
  const totals = new Map([...pack.areas, ...pack.groups].map(({ id, stations }) => [id, countOf(stations)]));
  const electionDay = localDays(pack.date) ?? 0;
  return pack.stationTimeline.flatMap((point, index) => {
    const at = (field: string, reason: string) => packProblem(file, ['stationTimeline', index, field], reason);
    const problems: PackProblem[] = [];
    const minutes = localMinutes(point.localTime);
    const before = pack.stationTimeline[index - 1];
    if (minutes === null) problems.push(at('localTime', `There is no time ${point.localTime}.`));
    else if (Math.abs(Math.floor(minutes / 1440) - electionDay) > 1)
      problems.push(at('localTime', `${point.localTime} is not near the day of the election.`));
    if (before !== undefined && before.localTime > point.localTime)
      problems.push(at('localTime', 'The timeline runs back here.'));
    if (!totals.has(point.target)) problems.push(at('target', `No area and no group is called ${point.target}.`));
    const stated = [point.open, point.closed, point.notYetOpen].filter((count) => count !== null);
    if (stated.length === 0 && point.total === null) problems.push(at('open', 'The point states no number.'));
    const limit = point.total ?? totals.get(point.target) ?? null;
    const sum = stated.reduce((total, count) => total + count, 0);
    if (limit !== null && sum > limit)
      problems.push(at('open', `${sum} stations are counted, more than the ${limit} that there are.`));
    return problems;
  });
}

/** Everything about polling stations: counts of areas and groups, named stations, the opening timeline. */
export function checkStations(pack: ElectionPack): PackProblem[] {
  return [...checkGroups(pack), ...checkNamedStations(pack), ...checkTimeline(pack)];
}
