import { describe, expect, it } from 'vitest';

import type { StationCount, StationReport } from '../stations/report.ts';
import { readPack, resolveForTest } from '../pack/recorded-pack.fixture.ts';
import type { Step } from './released-state.fixture.ts';
import { stateAfter } from './released-state.fixture.ts';
import type { StationGroupView } from './stations-by-group-of.ts';
import { stationsByGroupOf } from './stations-by-group-of.ts';
import { stationsOf } from './stations-of.ts';

const pack = readPack('test-two-zones');
const resolved = resolveForTest(pack);
const capital = (hour: number, minute = 0): number => Date.UTC(2023, 4, 21, hour - 1, minute);

const counted = (asOf: number, count: Partial<StationCount>): Step => ({
  at: asOf,
  payload: {
    type: 'stations.counted',
    count: {
      target: 'west',
      open: null,
      closed: null,
      notYetOpen: null,
      total: null,
      source: 'the board',
      ...count,
      asOf,
    },
  },
});
const reported = (station: string, status: StationReport['status'], asOf: number): Step => ({
  at: asOf,
  payload: { type: 'station.reported', report: { station, status, asOf, source: 'an observer' } },
});
const row = (rows: StationGroupView[], target: string): StationGroupView => {
  const found = rows.find((each) => each.target === target);
  if (found === undefined) throw new Error(`no row ${target}`);
  return found;
};
const west = (steps: Step[], now: number): StationGroupView =>
  row(stationsByGroupOf(stateAfter(steps), resolved, now), 'west');

describe('the stations clock by group', () => {
  it('[VIEW-19] schedules a group by its own hours and tells the next wave', () => {
    const morning = west([], capital(8, 59));
    expect(morning.scheduled).toEqual({ notYetOpen: 40, open: 0, closed: 0 });
    expect(morning.nextWave).toEqual({ at: capital(9), opens: 40, closes: 0 });
    const day = west([], capital(9));
    expect(day.scheduled.open).toBe(40);
    expect(day.nextWave).toEqual({ at: capital(21), opens: 0, closes: 40 });
    expect(west([], capital(21)).nextWave).toBeNull();
    expect(day.window).toEqual({ opensAt: capital(9), closesAt: capital(21) });
  });

  it('[VIEW-20] puts the newest count beside it, from the log or the pack, and marks a contradiction', () => {
    expect(west([], capital(10))).toMatchObject({ reported: { open: 40, asOf: capital(9) }, differs: false });
    const fewer = west([counted(capital(10), { open: 38, notYetOpen: 2 })], capital(10, 5));
    expect(fewer).toMatchObject({ reported: { open: 38 }, differs: true });
    const early = west([counted(capital(20, 30), { closed: 40 })], capital(20, 40));
    expect(early.differs).toBe(true);
  });

  it('[VIEW-21] does not call a count a contradiction that the schedule has overtaken or come to agree with', () => {
    expect(west([], capital(22))).toMatchObject({ reported: { open: 40 }, differs: false });
    expect(west([counted(capital(20, 30), { closed: 40 })], capital(21)).differs).toBe(false);
  });

  it('[VIEW-22] gives an area that a count was stated of its own row, with what is not known left out', () => {
    const rows = stationsByGroupOf(stateAfter([]), resolved, capital(8, 30));
    expect(row(rows, 'TT')).toMatchObject({
      kind: 'area',
      total: 100,
      scheduled: { notYetOpen: 40, open: null, closed: 0 },
      reported: { open: 60, notYetOpen: 40 },
      differs: false,
    });
  });
});

describe('the recorded day', () => {
  const day = readPack('kz-2022-11-20-president');
  const whole = resolveForTest(day);
  const astana = (hour: number, minute = 0): number => Date.UTC(2022, 10, 20, hour - 6, minute);
  const rows = (now: number): StationGroupView[] => stationsByGroupOf(stateAfter([]), whole, now);

  it('[VIEW-19] closes east and centre at 20:00 and the west an hour later, both parts of the whole known', () => {
    const home = row(rows(astana(20, 14)), 'home');
    expect(home.scheduled).toEqual({ notYetOpen: 0, open: 1883, closed: 8150 });
    expect(home.nextWave).toEqual({ at: astana(21), opens: 0, closes: 1883 });
    expect(row(rows(astana(7)), 'home')).toMatchObject({ reported: { open: 8150 }, differs: false });
  });

  it('[VIEW-20] marks the 86 stations that open an hour before the schedule of their areas', () => {
    expect(row(rows(astana(6, 30)), 'home')).toMatchObject({ reported: { open: 86 }, differs: true });
  });

  it('[VIEW-23] schedules abroad only the cities known by name, and keeps them apart from the total', () => {
    const abroad = row(rows(astana(19)), 'abroad');
    expect(abroad).toMatchObject({
      kind: 'abroad',
      total: 68,
      named: 42,
      reported: { open: 57, closed: 10, notYetOpen: 1 },
    });
    const { notYetOpen, open, closed } = abroad.scheduled;
    expect((notYetOpen ?? 0) + (open ?? 0) + (closed ?? 0)).toBe(42);
    expect(abroad.differs).toBe(false);
  });
});

describe('stations known by name', () => {
  const one = (id: string, steps: Step[], now: number) => {
    const view = stationsOf(stateAfter(steps), resolved, now).find((each) => each.id === id);
    return [view?.scheduled, view?.status, view?.differs, view?.localTime];
  };

  it('[VIEW-24] follow their own clock', () => {
    expect(one('w-1', [], capital(8, 30))).toEqual(['notYetOpen', 'notYetOpen', false, '07:30']);
    expect(one('e-1', [], capital(8, 30))).toEqual(['open', 'open', false, '08:30']);
    expect(one('e-2', [], capital(19))).toEqual(['closed', 'closed', false, '19:00']);
  });

  it('[VIEW-25] show what was reported and mark the difference', () => {
    const early = [reported('w-1', 'closed', capital(15))];
    expect(one('w-1', early, capital(15, 1))).toEqual(['open', 'closed', true, '14:01']);
    expect(one('w-1', early, capital(21))).toEqual(['closed', 'closed', false, '20:00']);
    const suspended = [reported('e-1', 'suspended', capital(10))];
    expect(one('e-1', suspended, capital(22))).toEqual(['closed', 'suspended', true, '22:00']);
  });

  it('[VIEW-25] go on with the schedule after a report that agreed with it', () => {
    const open = [reported('e-1', 'open', capital(9))];
    expect(one('e-1', open, capital(19))).toEqual(['open', 'open', false, '19:00']);
    expect(one('e-1', open, capital(20))).toEqual(['closed', 'closed', false, '20:00']);
  });
});
