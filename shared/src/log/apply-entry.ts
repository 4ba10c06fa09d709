import type { AudienceEntry, Entry } from './entry.ts';
import { isHidden } from './entry.ts';
import { releaseDispatch } from './release-dispatch.ts';
import { confirmFigure, contradictFigure, enterRevision, markVerified, releaseFigures } from './apply-figures.ts';
import type { ElectionState } from './state.ts';

/**
 * The one reducer: the state after an entry. It never refuses (what may be written was decided before) and copies
 * only what the entry touches. An entry hidden from the audience moves the place and the hash, nothing else.
 * Entries must come in order of `seq`; the caller checks that.
 */
export function applyEntry(state: ElectionState, entry: AudienceEntry): ElectionState {
  if (isHidden(entry)) return { ...state, seq: entry.seq, hash: entry.hash };
  const moved = { ...state, seq: entry.seq, hash: entry.hash, recordedAt: entry.recordedAt };
  return applyPayload(moved, entry);
}

export function applyEntries(state: ElectionState, entries: readonly AudienceEntry[]): ElectionState {
  return entries.reduce(applyEntry, state);
}

function applyPayload(state: ElectionState, entry: Entry): ElectionState {
  const { payload, recordedAt } = entry;
  switch (payload.type) {
    case 'log.opened':
      return {
        ...state,
        logId: payload.logId,
        electionId: payload.electionId,
        packHash: payload.packHash,
        mode: payload.mode,
      };
    case 'electorate.versioned':
      return { ...state, electorates: { ...state.electorates, [payload.electorate.id]: payload.electorate } };
    case 'announcement.entered': {
      const announcement = {
        ...payload.announcement,
        enteredSeq: entry.seq,
        verifiedAt: null,
        releasedAt: null,
        releasedHash: null,
      };
      return { ...state, announcements: { ...state.announcements, [announcement.announcementId]: announcement } };
    }
    case 'figure.entered':
      return enterRevision(state, payload.key, payload.revision);
    case 'figure.corrected': {
      const figure = state.figures[payload.figureId];
      return figure === undefined ? state : enterRevision(state, figure.key, payload.revision);
    }
    case 'figure.confirmed':
      return confirmFigure(state, payload.confirmation);
    case 'figure.contradicted':
      return contradictFigure(state, payload.contradiction);
    case 'figures.verified':
      return markVerified(state, payload, recordedAt);
    case 'figures.released':
      return releaseFigures(state, payload, entry);
    case 'release.withheld': {
      const { withholdingId, target, until, reason } = payload;
      const withholding = { withholdingId, target, until, reason, lifted: false };
      return { ...state, withholdings: { ...state.withholdings, [withholdingId]: withholding } };
    }
    case 'withholding.lifted': {
      const withholding = state.withholdings[payload.withholdingId];
      if (withholding === undefined) return state;
      return {
        ...state,
        withholdings: { ...state.withholdings, [payload.withholdingId]: { ...withholding, lifted: true } },
      };
    }
    case 'station.reported':
      return { ...state, stations: { ...state.stations, [payload.report.station]: payload.report } };
    case 'stations.counted':
      return { ...state, stationCounts: { ...state.stationCounts, [payload.count.target]: payload.count } };
    case 'dispatch.entered': {
      const dispatch = { ...payload.dispatch, releasedAt: null, erased: false };
      return { ...state, dispatches: { ...state.dispatches, [dispatch.dispatchId]: dispatch } };
    }
    case 'dispatch.answered': {
      const dispatch = state.dispatches[payload.dispatchId];
      if (dispatch === undefined) return state;
      const answered = { ...dispatch, pendingResponse: payload.response };
      return { ...state, dispatches: { ...state.dispatches, [payload.dispatchId]: answered } };
    }
    case 'dispatch.released': {
      const dispatch = releaseDispatch(state.dispatches[payload.dispatch.dispatchId], payload.dispatch, recordedAt);
      return { ...state, dispatches: { ...state.dispatches, [dispatch.dispatchId]: dispatch } };
    }
    case 'dispatch.textErased': {
      const dispatch = state.dispatches[payload.dispatchId];
      if (dispatch === undefined) return state;
      return { ...state, dispatches: { ...state.dispatches, [payload.dispatchId]: { ...dispatch, erased: true } } };
    }
  }
}
