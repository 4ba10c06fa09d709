import { minutesOfHour, minutesOfOffset, localDays, zoneOffsetOn } from '../local-time.ts';
import type { ElectionPack } from '../pack.ts';
import type { PackPath, PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { packFileNames } from '../pack-files.ts';
import { duplicates } from './duplicates.ts';

const file = packFileNames.pack;

function checkHours(hours: { open: string; close: string }, path: PackPath): PackProblem[] {
  const [open, close] = [minutesOfHour(hours.open), minutesOfHour(hours.close)];
  if (open === null) return [packProblem(file, [...path, 'open'], `There is no time ${hours.open}.`)];
  if (close === null) return [packProblem(file, [...path, 'close'], `There is no time ${hours.close}.`)];
  return open < close
    ? []
    : [packProblem(file, path, `Polls that open at ${hours.open} cannot close at ${hours.close} of the same day.`)];
}

/** Zones with rules that hold on the day, and hours that can be turned into instants by them. */
export function checkZones(pack: ElectionPack): PackProblem[] {
  const problems: PackProblem[] = [];
  const ids = new Set(pack.zones.map((zone) => zone.id));
  for (const { key, index } of duplicates(pack.zones, (zone) => zone.id)) {
    problems.push(packProblem(file, ['zones', index, 'id'], `The zone ${key} is there already.`));
  }
  pack.zones.forEach((zone, index) => {
    zone.offsets.forEach((rule, place) => {
      const path = ['zones', index, 'offsets', place];
      if (localDays(rule.from) === null)
        problems.push(packProblem(file, [...path, 'from'], `There is no day ${rule.from}.`));
      if (minutesOfOffset(rule.utcOffset) === null)
        problems.push(packProblem(file, [...path, 'utcOffset'], `No place on earth keeps ${rule.utcOffset}.`));
      const before = zone.offsets[place - 1];
      if (before !== undefined && before.from >= rule.from)
        problems.push(
          packProblem(file, [...path, 'from'], `A rule from ${rule.from} cannot follow one from ${before.from}.`),
        );
    });
    if (zoneOffsetOn(zone, pack.date) === null)
      problems.push(packProblem(file, ['zones', index, 'offsets'], `No rule of ${zone.id} holds on ${pack.date}.`));
  });
  const needs = (zone: string, path: PackPath) => {
    if (!ids.has(zone)) problems.push(packProblem(file, path, `No zone is called ${zone}.`));
  };
  needs(pack.capital.zone, ['capital', 'zone']);
  pack.areas.forEach((area, index) => {
    if (area.zone !== null) needs(area.zone, ['areas', index, 'zone']);
    if (area.hours !== null) problems.push(...checkHours(area.hours, ['areas', index, 'hours']));
    if (area.hours !== null && area.zone === null)
      problems.push(packProblem(file, ['areas', index, 'zone'], `${area.id} has hours and no zone to read them in.`));
  });
  pack.stations.forEach((station, index) => {
    needs(station.zone, ['stations', index, 'zone']);
    problems.push(...checkHours(station.hours, ['stations', index, 'hours']));
  });
  return problems;
}
