import { describe, expect, it } from 'vitest';

import { commandSchema } from './command.ts';

const inherited = Object.getOwnPropertyNames(Object.prototype);

describe('the gate of commands', () => {
  it('[LOG-28] takes no id for one that every object has by birth', () => {
    for (const name of inherited) {
      const reason = 'asked for by law';
      for (const command of [
        { type: 'EraseDispatchText', commandId: 'c-1', dispatchId: name, reason },
        { type: 'LiftWithholding', commandId: 'c-1', withholdingId: name },
        { type: 'VerifyAnnouncement', commandId: 'c-1', announcementId: name },
        { type: 'VerifyFigures', commandId: 'c-1', refs: [{ figureId: name, revision: 1 }] },
        {
          type: 'Withhold',
          commandId: 'c-1',
          withholdingId: 'w-1',
          target: { kind: 'figure', figureId: name },
          reason,
        },
      ]) {
        expect(commandSchema.safeParse({ until: null, ...command }).success, `${command.type} ${name}`).toBe(false);
      }
    }
  });

  it('[LOG-28] takes the ids that the product makes', () => {
    const figureId = 'board/ballots-issued/18:00/TT-W';
    expect(
      commandSchema.safeParse({ type: 'VerifyFigures', commandId: 'c-1', refs: [{ figureId, revision: 1 }] }).success,
    ).toBe(true);
  });
});
