import { readFileSync } from 'node:fs';

import { recordedDayUntil, releasedAt, stateAfter } from '../analysis/released-state.fixture.ts';
import type { InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ElectionPack } from '../pack/pack.ts';
import type { RecordedAnnouncement } from '../pack/recorded-day.ts';
import { assemblePack } from '../pack/assemble-pack.ts';
import { packFileNames } from '../pack/pack-files.ts';
import { resolveForTest } from '../pack/recorded-pack.fixture.ts';

/** Read from where the tests run: a page's tests have no address of files to start from. */
function readRecordedPack(id: string): ElectionPack {
  const files = Object.values(packFileNames).map((name) => {
    const contents: unknown = JSON.parse(readFileSync(`shared/packs/${id}/${name}`, 'utf8'));
    return [name, contents] as const;
  });
  return assemblePack(Object.fromEntries(files));
}

export const pack = readRecordedPack('kz-2022-11-20-president');
export const resolved = resolveForTest(pack);

/** An hour of the day in the capital: `at('20:14')`. */
export function at(hour: string): InstantMs {
  const offset = resolved.zoneOffsets[pack.capital.zone] ?? 0;
  return Date.parse(`${pack.date}T${hour}:00Z`) - offset * 60_000;
}

function announcementOf(id: string): RecordedAnnouncement {
  const found = pack.recordedDay?.announcements.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no announcement ${id}`);
  return found;
}

/** The day as far as `until`, and after it `also`, each as the commission said it. */
export function dayUntil(until: string | null, ...also: string[]): ElectionState {
  const steps = until === null ? [] : recordedDayUntil(pack, at('18:06'), until);
  return stateAfter([
    ...steps,
    ...also.map((id) => {
      const { cutoff, national, areas, status } = announcementOf(id);
      const ballots = national.ballots === null ? {} : { ballots: national.ballots };
      const basis = pack.cutoffs.find((each) => each.id === cutoff)?.basis ?? null;
      return releasedAt(at('20:06'), pack, [
        { area: pack.root, cutoff, turnout: national.turnout, ...ballots, revision: { status, basis } },
        ...areas.map(({ area, turnout }) => ({ area, cutoff, turnout })),
      ]);
    }),
  ]);
}
