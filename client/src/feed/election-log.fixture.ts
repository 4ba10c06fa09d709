import type { AudienceEntry, EntryDraft } from '@yavka/shared/log/entry';
import { applyEntries } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { PayloadOf } from '@yavka/shared/log/payload';
import type { Payload } from '@yavka/shared/log/payload';
import { genesisHash, sealEntries } from '@yavka/shared/log/seal';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { resolvedPackSchema } from '@yavka/shared/pack/pack';
import type { Mode } from '@yavka/shared/ids';
import type { Delta, Snapshot } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';

/** A pack of an invented country with three areas and two cutoffs, as a server would send it. */
export const smallPack: ResolvedPack = resolvedPackSchema.parse({
  pack: {
    id: 'small-election',
    root: 'AA',
    title: { kk: 'Сайлау күні', ru: 'Выборы', en: 'Election' },
    date: '2030-05-05',
    commission: {
      id: 'commission',
      names: { kk: 'Сайлау комиссиясы', ru: 'Избирком', en: 'Electoral commission' },
      shortNames: { kk: 'СК', ru: 'ИК', en: 'EC' },
    },
    capital: {
      zone: 'zone',
      timeLabel: { kk: 'астана уақыты', ru: 'время столицы', en: 'capital time' },
      spellings: { ru: [], kk: [], en: [] },
    },
    zones: [
      { id: 'zone', timeZone: 'Etc/UTC', offsets: [{ from: '2000-01-01', utcOffset: '+00:00', source: 'invented' }] },
    ],
    areas: ['AA', 'AA-1', 'AA-2'].map((id, order) => ({
      id,
      parent: order === 0 ? null : 'AA',
      kind: order === 0 ? 'country' : 'region',
      order,
      names: { kk: `Аумақ ${id}`, ru: `Область ${id}`, en: `Region ${id}` },
      shortNames: { kk: id, ru: id, en: id },
      abbreviations: { kk: id, ru: id, en: id },
      zone: 'zone',
      hours: { open: '07:00', close: '20:00' },
      spellings: { ru: [], kk: [], en: [] },
      labelPoint: null,
      tile: null,
      callout: false,
      stations: { notKnown: true, note: 'invented' },
    })),
    groups: [],
    stations: [],
    abroad: null,
    stationTimeline: [],
    cutoffs: ['10:00', '12:00'].map((id) => ({
      id,
      label: { kk: id, ru: id, en: id },
      kind: 'progress',
      localTime: `2030-05-05T${id}`,
      localDate: '2030-05-05',
      slot: id.slice(0, 2),
      status: 'preliminary',
      basis: null,
    })),
    cutoffToleranceMinutes: 10,
    electorates: [],
    bands: [{ min: 0, max: 10_000, color: '#C9763A', figure: 'ink' }],
    approachWidth: 200,
    aboutWidth: 100,
    geometry: null,
    areaChanges: [],
    earlierVotes: [],
    recordedDay: null,
    sources: { invented: { url: 'about:blank', lang: 'en' } },
  },
  packHash: 'pack-hash',
  zoneOffsets: { zone: 0 },
  cutoffInstants: {},
  areaHours: {},
  stationHours: {},
  timelineInstants: [],
  geometryPath: null,
});

export const dayStart = 1_900_000_000_000;

/** The release of one area's exact turnout, in hundredths, at a cutoff. */
export function releaseOf(area: string, cutoff: string, turnout: number, revision = 1): PayloadOf<'figures.released'> {
  const figureId = `commission/ballots-issued/${cutoff}/${area}`;
  return {
    type: 'figures.released',
    announcements: [],
    confirmations: [],
    figures: [
      {
        key: { figureId, source: 'commission', area, cutoff, measure: 'ballots-issued' },
        revision: {
          revision,
          kind: revision === 1 ? 'entered' : 'typo',
          reason: revision === 1 ? null : 'mistyped',
          turnout: { min: turnout, max: turnout },
          ballots: null,
          basis: null,
          coverage: 'whole',
          status: 'preliminary',
          words: String(turnout),
          snippet: null,
          announcementId: null,
          overrides: [],
          enteredAt: dayStart,
        },
        verifiedAt: dayStart,
      },
    ],
  };
}

/** A log in memory, sealed as a store would seal it. */
export interface FixtureLog {
  readonly logId: string;
  readonly entries: AudienceEntry[];
  readonly append: (...payloads: Payload[]) => Delta;
  readonly deltaFrom: (baseSeq: number) => Delta;
  readonly state: () => ElectionState;
  readonly snapshot: () => Snapshot;
}

export function fixtureLog(logId: string, mode: Mode): FixtureLog {
  const entries: AudienceEntry[] = [];
  const head = { seq: 0, hash: genesisHash, recordedAt: dayStart };
  const deltaFrom = (baseSeq: number): Delta => ({ logId, baseSeq, seq: head.seq, entries: entries.slice(baseSeq) });
  const append = (...payloads: Payload[]): Delta => {
    const baseSeq = head.seq;
    const drafts = payloads.map((payload, index): EntryDraft => ({
      v: 1,
      entryId: `entry-${logId}-${String(baseSeq + index + 1)}`,
      commandId: `command-${String(baseSeq + index + 1)}`,
      actor: { role: 'system', id: 'fixture' },
      payload,
    }));
    for (const entry of sealEntries(head, drafts, dayStart + baseSeq)) {
      entries.push(entry);
      Object.assign(head, { seq: entry.seq, hash: entry.hash, recordedAt: entry.recordedAt });
    }
    return deltaFrom(baseSeq);
  };
  append({ type: 'log.opened', logId, electionId: smallPack.pack.id, packHash: smallPack.packHash, mode });
  const state = (): ElectionState => applyEntries(emptyState(), entries);
  const snapshot = (): Snapshot => ({
    protocolVersion: PROTOCOL_VERSION,
    audience: 'public',
    scope: 'summary',
    clock: { at: dayStart, rate: 1, running: true },
    state: state(),
  });
  return { logId, entries, append, deltaFrom, state, snapshot };
}
