import { loadPack } from '@yavka/server/packs/load-pack';
import { checkAgainst } from '@yavka/server/write/check-against';
import { decide } from '@yavka/server/write/decide';
import { isRejection } from '@yavka/server/write/decision';
import { buildParser } from '@yavka/shared/announcement/build-parser';
import { composeAnnouncement } from '@yavka/shared/announcement/compose-announcement';
import type { ParsedAnnouncement } from '@yavka/shared/announcement/parsed';
import type { Finding } from '@yavka/shared/figures/finding';
import { applyEntries } from '@yavka/shared/log/apply-entry';
import { commandSchema } from '@yavka/shared/log/command';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { Rejection } from '@yavka/shared/log/rejection';
import { sealEntries } from '@yavka/shared/log/seal';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { RecordedAnnouncement } from '@yavka/shared/pack/recorded-day';

/** The recorded election, with the way of a text into the log: composed, read, checked, decided, folded. */
export interface RecordedElection {
  readonly resolved: ResolvedPack;
  /** What the checks say of a text, against a state. */
  findings(state: ElectionState, announcement: RecordedAnnouncement): Finding[];
  /** The state after the text was entered with the recorded answers to its stops, or the refusal. */
  enter(state: ElectionState, announcement: RecordedAnnouncement): ElectionState | Rejection;
  /** Each recorded announcement, as the day stood when it came. */
  readonly steps: readonly RecordedStep[];
}

export interface RecordedStep {
  readonly announcement: RecordedAnnouncement;
  readonly before: ElectionState;
}

export async function recordedElection(packId: string): Promise<RecordedElection> {
  const { resolved } = await loadPack(packId);
  const { pack } = resolved;
  const parse = rememberingTwo(buildParser(pack));

  const findings: RecordedElection['findings'] = (state, announcement) => {
    const read = parse(composeAnnouncement(announcement, pack)).figures;
    const figures = read.filter((figure) => figure.cutoff === announcement.cutoff);
    if (figures.length < read.length) throw new Error(`${announcement.id} is read as of another cutoff`);
    return checkAgainst(state, { resolved }, announcement.cutoff, figures);
  };

  const enter: RecordedElection['enter'] = (state, announcement) => {
    const { id, cutoff, status, language, overrides } = announcement;
    const command = commandSchema.parse({
      type: 'EnterAnnouncement',
      commandId: `enter-${id}-${String(state.seq)}`,
      announcementId: `${id}-${String(state.seq)}`,
      text: composeAnnouncement(announcement, pack),
      source: pack.commission.names[language],
      cutoff,
      status,
      overrides: overrides.map(({ check, area, reason }) => ({ check, area, reason: reason[language] })),
    });
    const actor = { role: 'operator', id: 'test' } as const;
    const decision = decide(state, command, { resolved, parse, actor, now: state.recordedAt });
    if (isRejection(decision)) return decision;
    const drafts = decision.payloads.map((payload, index) => ({
      v: 1 as const,
      entryId: `e-${String(state.seq)}-${String(index)}`,
      commandId: command.commandId,
      actor,
      payload,
    }));
    return applyEntries(state, sealEntries(state, drafts, state.recordedAt));
  };

  const steps: RecordedStep[] = [];
  let before: ElectionState = { ...emptyState(), electionId: pack.id, packHash: resolved.packHash };
  for (const announcement of pack.recordedDay?.announcements ?? []) {
    steps.push({ announcement, before });
    const after = enter(before, announcement);
    if (isRejection(after)) throw new Error(`${announcement.id} was refused: ${JSON.stringify(after)}`);
    before = after;
  }
  return { resolved, findings, enter, steps };
}

/** A mistaken text is checked and then entered, and the true one comes after each of them: the last two are kept. */
function rememberingTwo(parse: (text: string) => ParsedAnnouncement): (text: string) => ParsedAnnouncement {
  const kept = new Map<string, ParsedAnnouncement>();
  return (text) => {
    const read = kept.get(text) ?? parse(text);
    kept.delete(text);
    kept.set(text, read);
    const [oldest] = kept.keys();
    if (kept.size > 2 && oldest !== undefined) kept.delete(oldest);
    return read;
  };
}
