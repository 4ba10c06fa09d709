import type { Command, CommandInput } from '@yavka/shared/log/command';
import { commandSchema } from '@yavka/shared/log/command';
import type { Payload } from '@yavka/shared/log/payload';
import { expect, it } from 'vitest';

import { exactly, figureId, openDesk, textReading } from './decide.fixture.ts';
import { isRejection } from './decision.ts';
import { isOfCommand } from './is-of-command.ts';

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;

const figure = { area: 'TT-W', cutoff: '18:00', ballots: null, status: 'preliminary', source: 'phone' } as const;
const byHand = (hundredths: number, overrides: { check: 'X'; area: string; reason: string }[] = []) =>
  ({ type: 'EnterFigure', ...figure, turnout: exactly(hundredths), overrides }) as const;
const correction = { type: 'CorrectFigure', figureId: figureId('TT-W'), kind: 'typo', reason: 'read again' } as const;
const dispatch = { area: 'TT-W', at: 1, claimant: 'voters', officialResponse: 'asked', source: 'caller' } as const;
const count = { target: 'west', open: 39, closed: null, notYetOpen: 1, total: 40, asOf: 1, source: 'board' };

/** A day of one desk: every kind of command, most of them twice with something else to say. */
const day: readonly WithoutId<CommandInput>[] = [
  { type: 'EnterAnnouncement', announcementId: 'a-1', source: 'c', text: textReading([{ turnout: exactly(4000) }]) },
  {
    type: 'EnterAnnouncement',
    announcementId: 'a-2',
    source: 'c',
    text: textReading([{ area: 'TT-E', turnout: exactly(3900) }]),
  },
  { type: 'VerifyAnnouncement', announcementId: 'a-1' },
  { type: 'VerifyAnnouncement', announcementId: 'a-2' },
  byHand(4100),
  byHand(4200, [{ check: 'X', area: 'TT-W', reason: 'another outlet' }]),
  { ...correction, expectedRevision: 1, turnout: exactly(4150), ballots: null },
  { ...correction, expectedRevision: 2, turnout: exactly(4160), ballots: null },
  { type: 'VerifyFigures', refs: [{ figureId: figureId('TT-W'), revision: 3 }] },
  { type: 'Withhold', withholdingId: 'h-1', target: { kind: 'desk' }, until: null, reason: 'the editor asked' },
  { type: 'Withhold', withholdingId: 'h-2', target: { kind: 'desk' }, until: 9_000, reason: 'embargo' },
  { type: 'LiftWithholding', withholdingId: 'h-1' },
  { type: 'LiftWithholding', withholdingId: 'h-2' },
  { type: 'ReportStation', report: { station: 'w-1', status: 'open', asOf: 1, source: 'board' } },
  { type: 'ReportStation', report: { station: 'w-1', status: 'closed', asOf: 1, source: 'board' } },
  { type: 'ReportStationCount', count },
  { type: 'ReportStationCount', count: { ...count, open: 40, notYetOpen: 0 } },
  { type: 'EnterDispatch', dispatch: { dispatchId: 'd-1', ...dispatch }, text: 'A queue stands at the door.' },
  { type: 'EnterDispatch', dispatch: { dispatchId: 'd-2', ...dispatch }, text: 'A queue stands at the door.' },
  { type: 'AnswerDispatch', dispatchId: 'd-1', response: { officialResponse: 'denied', at: 1, source: 'board' } },
  { type: 'AnswerDispatch', dispatchId: 'd-2', response: { officialResponse: 'denied', at: 1, source: 'board' } },
  { type: 'AnswerDispatch', dispatchId: 'd-2', response: { officialResponse: 'confirmed', at: 1, source: 'board' } },
  { type: 'VerifyDispatch', dispatchId: 'd-1' },
  { type: 'VerifyDispatch', dispatchId: 'd-2' },
  { type: 'EraseDispatchText', dispatchId: 'd-1', reason: 'asked for by law' },
  { type: 'EraseDispatchText', dispatchId: 'd-2', reason: 'asked for by law' },
];

it('[LOG-35] knows of every command what it has written, and of no other', async () => {
  const desk = await openDesk();
  const written = day.map((asked): { command: Command; payload: Payload } => {
    const decision = desk.does(asked);
    const payload = isRejection(decision) ? undefined : decision.payloads[0];
    if (payload === undefined) throw new Error(`${JSON.stringify(asked)} was refused: ${JSON.stringify(decision)}`);
    return { command: commandSchema.parse({ ...asked, commandId: 'c' }), payload };
  });
  const found = written.map(({ command }) =>
    written.flatMap(({ payload }, at) => (isOfCommand(command, payload) ? [at] : [])),
  );
  expect(found).toEqual(written.map((_, at) => [at]));
});
