import { describe, expect, it } from 'vitest';

import { loadPack } from './load-pack.ts';
import { resolvePack } from './resolve-pack.ts';
import { machineOffset, zoneDisagreements } from './zone-disagreements.ts';

const { resolved: tiny } = await loadPack('test-two-zones');
const { resolved: recorded } = await loadPack('kz-2022-11-20-president');

/** Hours on the capital's clock: "20:00", or "+1 10:00" on the day after. */
function capitalHour(instant: number | undefined, { pack, zoneOffsets } = recorded): string {
  const local = new Date((instant ?? 0) + (zoneOffsets[pack.capital.zone] ?? 0) * 60_000).toISOString();
  return `${local.slice(0, 10) === pack.date ? '' : '+1 '}${local.slice(11, 16)}`;
}

function hoursOf(id: string): string {
  const hours = recorded.areaHours[id] ?? recorded.stationHours[id];
  return `${capitalHour(hours?.opensAt)}–${capitalHour(hours?.closesAt)}`;
}

describe('resolving a pack', () => {
  it('[PACK-18] reads hours in the zone of the area or station, and cutoffs in capital time', () => {
    expect(tiny.zoneOffsets).toEqual({ east: 60, west: 0 });
    expect(tiny.cutoffInstants).toEqual({
      '12:00': Date.parse('2023-05-21T12:00+01:00'),
      '18:00': Date.parse('2023-05-21T18:00+01:00'),
      '21:30': Date.parse('2023-05-21T21:30+01:00'),
      final: null,
    });
    expect(tiny.areaHours).toEqual({
      'TT-W': { opensAt: Date.parse('2023-05-21T08:00Z'), closesAt: Date.parse('2023-05-21T20:00Z') },
      'TT-E': { opensAt: Date.parse('2023-05-21T07:00Z'), closesAt: Date.parse('2023-05-21T19:00Z') },
    });
    expect(tiny.stationHours['e-2']).toEqual({
      opensAt: Date.parse('2023-05-21T06:00Z'),
      closesAt: Date.parse('2023-05-21T18:00Z'),
    });
    expect(tiny.timelineInstants).toEqual([Date.parse('2023-05-21T08:00+01:00'), Date.parse('2023-05-21T09:00+01:00')]);
  });

  it('[PACK-18] takes the rule that holds on the day of each time, also after a change of the clocks', () => {
    const { pack } = tiny;
    const moved = {
      ...pack,
      date: '2023-10-28',
      cutoffs: [
        { ...pack.cutoffs[0]!, localTime: '2023-10-28T12:00' },
        { ...pack.cutoffs[1]!, localTime: '2023-10-29T12:00' },
      ],
    };
    const { cutoffInstants } = resolvePack(moved, '', null);
    expect(cutoffInstants).toEqual({
      '12:00': Date.parse('2023-10-28T11:00Z'),
      '18:00': Date.parse('2023-10-29T12:00Z'),
    });
  });

  it('[PACK-18] throws on a time that checkPack would have refused', () => {
    const { pack } = tiny;
    expect(() =>
      resolvePack({ ...pack, cutoffs: [{ ...pack.cutoffs[0]!, localTime: '2023-02-30T12:00' }] }, '', null),
    ).toThrow(RangeError);
  });

  it('[PACK-16] says when the machine has no such zone, and when its tables are old', () => {
    expect(zoneDisagreements(tiny.pack, () => null)).toHaveLength(2);
    expect(zoneDisagreements(tiny.pack, () => 0)).toEqual([expect.stringContaining('Europe/Lisbon is 60 minutes')]);
    expect(machineOffset('Nowhere/Atall', '2023-05-21')).toBeNull();
  });
});

describe('the election of 20 November 2022', () => {
  it('[PACK-19] keeps fifteen areas to 07:00–20:00 and five in the west an hour later, Kostanay not among them', () => {
    const areas = Object.keys(recorded.areaHours);
    const west = recorded.pack.groups.find(({ id }) => id === 'west')?.areas;
    expect(areas.filter((id) => hoursOf(id) === '07:00–20:00')).toHaveLength(15);
    expect(areas.filter((id) => hoursOf(id) === '08:00–21:00')).toEqual(west);
    expect(west).toHaveLength(5);
    expect(hoursOf('KZ-39')).toBe('07:00–20:00');
  });

  /** As the foreign ministry's announcements of the opening gave them, in capital time. */
  it.each([
    ['tokyo', '04:00'],
    ['seoul', '04:00'],
    ['beijing', '05:00'],
    ['shanghai', '05:00'],
    ['hong-kong', '05:00'],
    ['bangkok', '06:00'],
    ['brasilia', '16:00'],
    ['san-francisco', '21:00'],
  ])('[PACK-19] opens %s when it was said to open, at %s capital time', (city, stated) => {
    expect(capitalHour(recorded.stationHours[`abroad-${city}`]?.opensAt)).toBe(stated);
  });

  it('[PACK-19] goes by the half hour in New Delhi, and closes San Francisco the next morning', () => {
    expect(hoursOf('abroad-new-delhi')).toBe('07:30–20:30');
    expect(hoursOf('abroad-washington')).toBe('18:00–+1 07:00');
    expect(hoursOf('abroad-san-francisco')).toBe('21:00–+1 10:00');
  });

  it('[PACK-19] is all in one clock for votes since 1 March 2024', () => {
    const later = resolvePack({ ...recorded.pack, date: '2024-03-01' }, '', null);
    const home = new Set(recorded.pack.areas.flatMap(({ zone }) => (zone === null ? [] : [zone])));
    expect(new Set([...home].map((zone) => later.zoneOffsets[zone]))).toEqual(new Set([300]));
  });

  it('[PACK-19] keeps what the sources say of stations, reconciling nothing', () => {
    const { pack } = recorded;
    const count = (known: (typeof pack.areas)[number]['stations'] | undefined): number | null =>
      known !== undefined && 'value' in known ? known.value : null;
    const areaCounts = new Map(pack.areas.map(({ id, stations }) => [id, count(stations)]));
    const groups = Object.fromEntries(pack.groups.map((group) => [group.id, group]));
    expect([count(groups['west']?.stations), count(groups['east']?.stations), count(groups['home']?.stations)]).toEqual(
      [1883, 8150, 10_033],
    );
    expect(groups['east']?.areas.reduce((sum, id) => sum + (areaCounts.get(id) ?? 0), 0)).toBe(8202);
    expect([areaCounts.get('KZ'), areaCounts.get('abroad')]).toEqual([10_101, 68]);
    expect([...areaCounts].filter(([, known]) => known === null).map(([id]) => id)).toEqual([
      'KZ-15',
      'KZ-43',
      'KZ-47',
    ]);
    expect(pack.stations).toHaveLength(42);
  });

  it('[PACK-19] records twelve figures in words before the full list of 20:05, and the day to its final record', () => {
    const announcements = recorded.pack.recordedDay?.announcements ?? [];
    const words = announcements.find(({ form }) => form === 'prose');
    const kinds = (words?.areas ?? []).map(({ turnout }) => `${turnout.min}-${turnout.max}`);
    expect(words?.national.turnout).toEqual({ min: 6931, max: 6931 });
    expect(
      Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((other) => other === kind).length])),
    ).toEqual({
      '8001-10000': 4,
      '7800-7999': 6,
      '2872-2872': 1,
    });
    const list = announcements.find(({ cutoff, form }) => cutoff === '20:05' && form === 'list');
    const exact = new Map(list?.areas.map(({ area, turnout }) => [area, turnout]));
    for (const { area, turnout } of words?.areas ?? []) {
      expect(exact.get(area)?.min).toBeGreaterThanOrEqual(turnout.min);
      expect(exact.get(area)?.max).toBeLessThanOrEqual(turnout.max);
    }
    expect(announcements.filter(({ form }) => form === 'list').map(({ areas }) => areas.length)).toEqual([
      20, 20, 20, 20, 20, 20, 20, 0,
    ]);
    expect(announcements.at(-1)?.national).toEqual({
      turnout: { min: 6944, max: 6944 },
      ballots: 8_300_046,
      electorate: 11_953_465,
    });
    expect(announcements.flatMap(({ overrides }) => overrides.map(({ check, area }) => `${check} ${area}`))).toEqual([
      'M KZ-33',
      'M KZ-71',
      'C KZ',
    ]);
  });

  it('[PACK-19] marks the six areas whose borders changed, and the earlier figures that need a word', () => {
    const { areaChanges, earlierVotes } = recorded.pack;
    expect(new Set(areaChanges.flatMap(({ area, from }) => [area, from])).size).toBe(6);
    const referendum = earlierVotes.find(({ date }) => date === '2022-06-05');
    expect(referendum?.cutoffs.filter(({ mark }) => mark !== null).map(({ slot }) => slot)).toEqual([
      '10',
      '12',
      '18',
      '20',
      '22',
      'final',
    ]);
    expect(earlierVotes.map(({ cutoffs }) => cutoffs.length)).toEqual([7, 4, 7]);
  });
});
