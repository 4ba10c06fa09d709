import { randomUUID } from 'node:crypto';

import type { ParsedAnnouncement, ParsedFigure } from '@yavka/shared/announcement/parsed';
import type { AreaId, CutoffId } from '@yavka/shared/ids';
import { applyEntries } from '@yavka/shared/log/apply-entry';
import type { Audience } from '@yavka/shared/log/audience';
import { audienceView } from '@yavka/shared/log/audience-view';
import type { CommandInput } from '@yavka/shared/log/command';
import { commandSchema } from '@yavka/shared/log/command';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { Entry } from '@yavka/shared/log/entry';
import { sealEntries } from '@yavka/shared/log/seal';
import type { ElectionState } from '@yavka/shared/log/state';

import { loadPack } from '../packs/load-pack.ts';
import { decide } from './decide.ts';
import type { DecideContext } from './decide-context.ts';
import type { Decision } from './decision.ts';
import { isRejection } from './decision.ts';

/** A log in memory over the test pack, written by `decide` alone: for tests of what is decided. */
export interface Desk {
  /** Decides and, when accepted, writes. */
  does(command: WithoutId<CommandInput>): Decision;
  state(audience?: Audience): ElectionState;
  /** All that `audience` is told, as JSON without the chain's hashes: among their hex digits any four may stand by chance. */
  told(audience: Audience): string;
  entries(): readonly Entry[];
  at(instant: number): void;
}

type WithoutId<Command> = Command extends unknown ? Omit<Command, 'commandId'> : never;

/** A text is the JSON of what it reads as: the parser has tests of its own. */
export function textReading(figures: readonly Partial<ParsedFigure>[], cutoff: CutoffId | null = '18:00'): string {
  const parsed: ParsedAnnouncement = {
    language: 'en',
    asOf: cutoff,
    asOfSnippet: null,
    cutoff,
    status: null,
    figures: figures.map((figure, index) => ({
      area: 'TT',
      cutoff,
      turnout: null,
      ballots: null,
      electorate: null,
      words: 'so',
      snippet: { start: index * 10, end: index * 10 + 2 },
      ...figure,
    })),
    leftAlone: [],
  };
  return JSON.stringify(parsed);
}

export const exactly = (hundredths: number) => ({ min: hundredths, max: hundredths });

export async function openDesk(): Promise<Desk> {
  const { resolved } = await loadPack('test-two-zones');
  let now = 1_000;
  let entries: Entry[] = [];
  const write = (commandId: string, payloads: readonly Entry['payload'][]): void => {
    const head = entries.at(-1) ?? { ...emptyState(), recordedAt: 0 };
    const drafts = payloads.map((payload) => ({
      v: 1 as const,
      entryId: randomUUID(),
      commandId,
      actor: { role: 'operator' as const, id: 'test' },
      payload,
    }));
    entries = [...entries, ...sealEntries(head, drafts, now)];
  };
  const state = (audience: Audience = 'desk') =>
    applyEntries(
      emptyState(),
      entries.map((entry) => audienceView(entry, audience)),
    );
  write('open', [
    { type: 'log.opened', logId: 'log', electionId: resolved.pack.id, packHash: resolved.packHash, mode: 'rehearsal' },
  ]);
  return {
    does: (command) => {
      const parsed = commandSchema.parse({ ...command, commandId: randomUUID() });
      const context: DecideContext = {
        resolved,
        parse: (text) => JSON.parse(text) as ParsedAnnouncement,
        actor: { role: 'operator', id: 'test' },
        now,
        textRef: `sha256:${'a'.repeat(64)}`,
      };
      const decision = decide(state(), parsed, context);
      if (!isRejection(decision)) write(parsed.commandId, decision.payloads);
      return decision;
    },
    state,
    told: (audience) => JSON.stringify(state(audience)).replace(/\b[0-9a-f]{64}\b/g, ''),
    entries: () => entries,
    at: (instant) => {
      now = instant;
    },
  };
}

export function figureId(area: AreaId, cutoff: CutoffId = '18:00'): string {
  return `board/ballots-issued/${cutoff}/${area}`;
}
