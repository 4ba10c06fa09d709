import type { EntryDraft } from '@yavka/shared/log/entry';

/** When the tests' logs begin. */
export const day = 1_668_967_500_000;
/** Words with what stores get wrong: letters outside the Basic Multilingual Plane, a NUL, quotes. */
export const words = 'Қаладағы учаскеде: «очередь до улицы», ағаш\u0000 🗳 "\\';

/** The entry that every log begins with. */
export function openedDraft(logId: string): EntryDraft {
  return {
    v: 1,
    entryId: `opened-${logId}`,
    commandId: `c-opened-${logId}`,
    actor: { role: 'system', id: 'server' },
    payload: { type: 'log.opened', logId, electionId: 'an-election', packHash: 'of-a-pack', mode: 'rehearsal' },
  };
}

/** A small entry that stores need not understand. */
export function noteDraft(entryId: string, commandId = `c-${entryId}`): EntryDraft {
  return {
    v: 1,
    entryId,
    commandId,
    actor: { role: 'operator', id: 'op-1' },
    payload: { type: 'dispatch.textErased', dispatchId: 'd-1', reason: 'asked for' },
  };
}

/** `count` small entries `e<from>`, `e<from + 1>`…, each of its own command. */
export function noteDrafts(from: number, count: number): EntryDraft[] {
  return Array.from({ length: count }, (_, index) => noteDraft(`e${from + index}`));
}
