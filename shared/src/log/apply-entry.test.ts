import { describe, expect, it } from 'vitest';

import { applyEntries, applyEntry } from './apply-entry.ts';
import { emptyState } from './empty-state.ts';
import type { Entry } from './entry.ts';
import type { Payload } from './payload.ts';
import type { ElectionState } from './state.ts';

const key = {
  figureId: 'c/ballots-issued/12:00/north',
  source: 'c',
  area: 'north',
  cutoff: '12:00',
  measure: 'ballots-issued',
} as const;
const revision = {
  revision: 1,
  kind: 'entered',
  reason: null,
  turnout: { min: 5000, max: 5000 },
  ballots: null,
  basis: null,
  coverage: 'whole',
  status: 'preliminary',
  words: '50 %',
  snippet: { start: 0, end: 4 },
  announcementId: 'a',
  overrides: [],
  enteredAt: 10,
} as const;
const corrected = {
  ...revision,
  revision: 2,
  kind: 'typo',
  reason: 'read wrongly',
  turnout: { min: 5100, max: 5100 },
} as const;
const announcement = {
  announcementId: 'a',
  text: '50 %',
  source: 'c',
  language: 'en',
  asOf: '12:00',
  cutoff: '12:00',
  status: 'preliminary',
  receivedAt: 10,
} as const;
const confirmation = { figureId: key.figureId, revision: 1, announcementId: 'a', words: '50 %', snippet: null };
const contradiction = {
  figureId: key.figureId,
  revision: 1,
  announcementId: 'a',
  source: 'an outlet',
  turnout: { min: 5100, max: 5100 },
  ballots: null,
  words: '51 %',
  snippet: null,
  reason: 'mistyped by the outlet',
  enteredAt: 10,
} as const;
const dispatch = {
  dispatchId: 'd',
  area: 'north',
  at: 10,
  claimant: 'voters',
  officialResponse: 'asked',
  textRef: `sha256:${'0'.repeat(64)}`,
  source: 'c',
} as const;

/** One payload of every kind but the opening, in an order in which they may come. */
const payloads: { readonly [Type in Exclude<Payload['type'], 'log.opened'>]: Extract<Payload, { type: Type }> } = {
  'electorate.versioned': {
    type: 'electorate.versioned',
    electorate: {
      id: 'e',
      area: 'north',
      value: 100,
      asOf: '2023-05-21',
      label: { kk: 'а', ru: 'б', en: 'c' },
      source: 's',
      approximate: false,
    },
  },
  'announcement.entered': { type: 'announcement.entered', announcement },
  'figure.entered': { type: 'figure.entered', key, revision: { ...revision, overrides: [] } },
  'figure.corrected': { type: 'figure.corrected', figureId: key.figureId, revision: { ...corrected, overrides: [] } },
  'figure.confirmed': { type: 'figure.confirmed', confirmation },
  'figure.contradicted': { type: 'figure.contradicted', contradiction },
  'figures.verified': {
    type: 'figures.verified',
    refs: [{ figureId: key.figureId, revision: 1 }],
    announcementId: 'a',
  },
  'figures.released': {
    type: 'figures.released',
    announcements: [announcement],
    figures: [{ key, revision: { ...revision, overrides: [] }, verifiedAt: 10 }],
    confirmations: [confirmation],
    contradictions: [contradiction],
  },
  'release.withheld': {
    type: 'release.withheld',
    withholdingId: 'w',
    target: { kind: 'desk' },
    until: null,
    reason: 'not yet',
  },
  'withholding.lifted': { type: 'withholding.lifted', withholdingId: 'w', due: false },
  'station.reported': { type: 'station.reported', report: { station: 's', status: 'closed', asOf: 10, source: 'c' } },
  'stations.counted': {
    type: 'stations.counted',
    count: { target: 'north', open: 1, closed: null, notYetOpen: null, total: null, asOf: 10, source: 'c' },
  },
  'dispatch.entered': { type: 'dispatch.entered', dispatch },
  'dispatch.answered': {
    type: 'dispatch.answered',
    dispatchId: 'd',
    response: { officialResponse: 'denied', at: 20, source: 'c' },
  },
  'dispatch.released': { type: 'dispatch.released', dispatch },
  'dispatch.textErased': { type: 'dispatch.textErased', dispatchId: 'd', reason: 'asked for' },
};

const entryOf = (payload: Payload, index: number): Entry => ({
  v: 1,
  seq: index + 1,
  entryId: `e${index}`,
  commandId: `c${index}`,
  actor: { role: 'operator', id: 'op' },
  recordedAt: 100 + index,
  hash: String(index).padStart(64, '0'),
  payload,
});
const opening: Payload = { type: 'log.opened', logId: 'log', electionId: 'election', packHash: 'pack', mode: 'live' };
const entries = [opening, ...Object.values(payloads)].map(entryOf);
const identityOf = ({ logId, electionId, packHash, mode }: ElectionState): object => ({
  logId,
  electionId,
  packHash,
  mode,
});

describe('folding the log', () => {
  it('[LOG-9] keeps what the first entry named through every kind of entry', () => {
    let state = emptyState();
    for (const entry of entries) {
      state = applyEntry(state, entry);
      expect(identityOf(state)).toEqual({ logId: 'log', electionId: 'election', packHash: 'pack', mode: 'live' });
      expect(state.seq).toBe(entry.seq);
    }
  });

  it('leaves the state it was given as it was', () => {
    for (const [index] of entries.entries()) {
      const before = applyEntries(emptyState(), entries.slice(0, index));
      const text = JSON.stringify(before);
      applyEntries(before, entries.slice(index));
      expect(JSON.stringify(before)).toBe(text);
    }
  });

  it('copies only what an entry touches', () => {
    const before = applyEntries(emptyState(), entries);
    const after = applyEntry(before, entryOf(payloads['station.reported'], entries.length));
    const parts = Object.keys(before) as (keyof ElectionState)[];
    expect(parts.filter((part) => before[part] !== after[part]).sort()).toEqual([
      'hash',
      'recordedAt',
      'seq',
      'stations',
    ]);
  });

  it('moves on past an entry that its reader may not see', () => {
    const before = applyEntries(emptyState(), entries);
    const after = applyEntry(before, { seq: before.seq + 1, contentHash: 'c'.repeat(64), hash: 'd'.repeat(64) });
    expect(after).toEqual({ ...before, seq: before.seq + 1, hash: 'd'.repeat(64) });
  });
});
