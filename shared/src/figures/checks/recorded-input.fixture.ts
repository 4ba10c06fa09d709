import { readPack } from '../../pack/recorded-pack.fixture.ts';
import type { ElectionPack } from '../../pack/pack.ts';
import type { RecordedAnnouncement } from '../../pack/recorded-day.ts';
import type { TurnoutInterval } from '../turnout.ts';
import type { CheckInput, GivenFigure, StandingFigure } from './check-input.ts';

export const recordedPack: ElectionPack = readPack('kz-2022-11-20-president');

export function exactly(hundredths: number): TurnoutInterval {
  return { min: hundredths, max: hundredths };
}

export function announcement(id: string): RecordedAnnouncement {
  const found = recordedPack.recordedDay?.announcements.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no announcement ${id}`);
  return found;
}

/** The figures of a recorded announcement as a reader of its text would give them. */
export function figuresOf({ national, areas }: RecordedAnnouncement): GivenFigure[] {
  const ofAreas = areas.map(({ area, turnout }) => ({ area, turnout, ballots: null, electorate: null }));
  return [{ area: recordedPack.root, ...national }, ...ofAreas];
}

/** Everything announced before, as it stands; the country's basis moves with what the announcement says. */
export function standingBefore(id: string): CheckInput['standing'] {
  const announcements = recordedPack.recordedDay?.announcements ?? [];
  const earlier = announcements.slice(
    0,
    announcements.findIndex((each) => each.id === id),
  );
  const held = new Map<string, StandingFigure>();
  for (const each of earlier) {
    const basis = recordedPack.cutoffs.find((cutoff) => cutoff.id === each.cutoff)?.basis ?? 'kz-2022-11-21';
    for (const figure of figuresOf(each)) {
      held.set(`${each.cutoff} ${figure.area}`, { ...figure, basis: figure.area === recordedPack.root ? basis : null });
    }
  }
  return (area, cutoff) => held.get(`${cutoff} ${area}`) ?? null;
}

/** A recorded announcement against the day before it; `changes` replace what was read of some areas (null takes one out). */
export function recordedInput(id: string, changes: Record<string, Partial<GivenFigure> | null> = {}): CheckInput {
  const read = announcement(id);
  const figures = figuresOf(read).flatMap((figure) => {
    const change = changes[figure.area];
    return change === null ? [] : [{ ...figure, ...change }];
  });
  const { electorates } = recordedPack;
  return { pack: recordedPack, cutoff: read.cutoff, figures, standing: standingBefore(id), electorates };
}

/** An area's exact value in a recorded announcement, hundredths. */
export function areaAt(id: string, area: string): number {
  return announcement(id).areas.find((each) => each.area === area)?.turnout.min ?? 0;
}
