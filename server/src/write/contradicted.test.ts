import { describe, expect, it } from 'vitest';

import { exactly, figureId, openDesk, textReading } from './decide.fixture.ts';
import { isRejection } from './decision.ts';

const announcement = (announcementId: string, source: string, turnout: number) => ({
  type: 'EnterAnnouncement' as const,
  announcementId,
  text: textReading([{ area: 'TT-W', turnout: exactly(turnout), words: `West ${String(turnout)}` }]),
  source,
});
const byHand = (source: string, turnout: number) => ({
  type: 'EnterFigure' as const,
  area: 'TT-W',
  cutoff: '18:00',
  turnout: exactly(turnout),
  ballots: null,
  status: 'preliminary' as const,
  source,
});
const keeps = (reason: string) => ({ overrides: [{ check: 'X' as const, area: 'TT-W', reason }] });

describe('two sources that differ', () => {
  it('[CHK-28] X names who said each value, in a text or by hand, in each order', async () => {
    const first = await openDesk();
    first.does(announcement('a-1', 'the commission', 5015));
    const called = first.does(byHand('a call', 5051));
    expect(isRejection(called) && called.findings?.[0]?.message.en).toContain(
      'here 50.51% (a call), while 50.15% (the commission) is entered',
    );
    const second = await openDesk();
    second.does(byHand('a call', 5051));
    const pasted = second.does(announcement('a-1', 'an outlet', 5015));
    expect(isRejection(pasted) && pasted.findings?.[0]?.message.ru.replace(/\s/g, ' ')).toContain(
      'здесь 50,15 % (an outlet), а уже введено 50,51 % (a call)',
    );
  });

  it('[CHK-28] X stops the same announcement in another outlet’s copy, until someone picks', async () => {
    const desk = await openDesk();
    desk.does(announcement('a-1', 'one outlet', 5015));
    const other = announcement('a-2', 'another outlet', 5105);
    expect(desk.does(other)).toMatchObject({ rejected: 'stopped', findings: [{ check: 'X', areas: ['TT-W'] }] });
    // The other one is right: its text is entered, and a correction moves the value.
    desk.does({ ...other, ...keeps('to be picked') });
    expect(desk.state().figures[figureId('TT-W')]?.revisions.at(-1)?.turnout).toEqual(exactly(5015));
    desk.does({
      type: 'CorrectFigure',
      figureId: figureId('TT-W'),
      expectedRevision: 1,
      kind: 'typo',
      reason: 'the commission’s page says so',
      turnout: exactly(5105),
      ballots: null,
      announcementId: 'a-2',
    });
    expect(desk.state().figures[figureId('TT-W')]?.revisions.at(-1)).toMatchObject({
      kind: 'typo',
      turnout: exactly(5105),
      announcementId: 'a-2',
    });
  });

  it('[FIG-9] a figure given by hand keeps who brought it, and so does its release', async () => {
    const desk = await openDesk();
    desk.does(byHand('a call from the region', 5015));
    desk.does({ type: 'VerifyFigures', refs: [{ figureId: figureId('TT-W'), revision: 1 }] });
    for (const audience of ['desk', 'public'] as const) {
      expect(desk.state(audience).figures[figureId('TT-W')]?.revisions[0]?.carrier).toBe('a call from the region');
    }
    desk.does(announcement('a-1', 'the commission', 5015));
    expect(desk.state().figures[figureId('TT-W')]?.confirmations).toHaveLength(1);
  });

  it('[CORR-6] keeps what a text said otherwise with its source and the reason, and moves nothing', async () => {
    const desk = await openDesk();
    desk.does(announcement('a-1', 'the commission', 5015));
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-1' });
    desk.at(2_000);
    const kept = keeps('the outlet dropped a row').overrides;
    const ofAnotherCheck = { check: 'M' as const, area: null, reason: 'for another check' };
    desk.does({ ...announcement('a-2', 'an outlet', 6457), overrides: [ofAnotherCheck, ...kept] });
    const told = {
      figureId: figureId('TT-W'),
      revision: 1,
      announcementId: 'a-2',
      source: 'an outlet',
      turnout: exactly(6457),
      ballots: null,
      words: 'West 6457',
      snippet: { start: 0, end: 2 },
      reason: 'the outlet dropped a row',
      enteredAt: 2_000,
    };
    expect(desk.state().figures[figureId('TT-W')]).toMatchObject({
      revisions: [{ turnout: exactly(5015), overrides: [] }],
      contradictions: [told],
    });
    expect(desk.told('public')).not.toContain('6457');
    // Nor does it go out when anything else does.
    desk.does({ ...byHand('a call', 4520), area: 'TT-E' });
    desk.does({ type: 'VerifyFigures', refs: [{ figureId: figureId('TT-E'), revision: 1 }] });
    expect(desk.state('public').figures[figureId('TT-E')]?.revisions).toHaveLength(1);
    expect(desk.told('public')).not.toContain('6457');
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-2' });
    expect(desk.state('public').figures[figureId('TT-W')]).toEqual(desk.state().figures[figureId('TT-W')]);
    expect(desk.state('public').figures[figureId('TT-W')]?.contradictions).toEqual([told]);
  });

  it('[CORR-6] lets out what contradicts a correction that waits once that correction is out', async () => {
    const desk = await openDesk();
    desk.does(announcement('a-1', 'the commission', 5015));
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-1' });
    desk.does({
      type: 'CorrectFigure',
      figureId: figureId('TT-W'),
      expectedRevision: 1,
      kind: 'source-correction',
      reason: 'the commission said so',
      turnout: exactly(5016),
      ballots: null,
      basis: null,
    });
    desk.does({ ...announcement('a-2', 'an outlet', 6457), ...keeps('the outlet dropped a row') });
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-2' });
    expect(desk.state('public').figures[figureId('TT-W')]).toMatchObject({ revisions: [{}], contradictions: [] });
    expect(desk.told('public')).not.toContain('5016');
    desk.does({ type: 'VerifyFigures', refs: [{ figureId: figureId('TT-W'), revision: 2 }] });
    expect(desk.state('public').figures[figureId('TT-W')]?.contradictions).toEqual(
      desk.state().figures[figureId('TT-W')]?.contradictions,
    );
    expect(desk.state('public').figures[figureId('TT-W')]?.contradictions).toMatchObject([{ revision: 2 }]);
  });

  it('[CORR-6] keeps what was said by hand at the desk, each time, and lets none of it out', async () => {
    const desk = await openDesk();
    desk.does(announcement('a-1', 'the commission', 5015));
    desk.does({ ...byHand('a call', 6457), ...keeps('the line was bad') });
    desk.does({ ...byHand('a call', 6475), ...keeps('it was bad again') });
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-1' });
    expect(desk.state().figures[figureId('TT-W')]?.contradictions).toMatchObject([
      { announcementId: null, source: 'a call', turnout: exactly(6457), reason: 'the line was bad' },
      { announcementId: null, source: 'a call', turnout: exactly(6475), reason: 'it was bad again' },
    ]);
    expect(desk.state('public').figures[figureId('TT-W')]).toMatchObject({ revisions: [{}], contradictions: [] });
  });
});
