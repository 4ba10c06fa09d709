import { audienceView } from '@yavka/shared/log/audience-view';
import { describe, expect, it } from 'vitest';

import { exactly, figureId, openDesk, textReading } from './decide.fixture.ts';

const announcement = (announcementId: string, text: string) => ({
  type: 'EnterAnnouncement' as const,
  announcementId,
  text,
  source: 'commission',
});
const enter = (area: string, hundredths: number, cutoff = '18:00') => ({
  type: 'EnterFigure' as const,
  area,
  cutoff,
  turnout: exactly(hundredths),
  ballots: null,
  status: 'preliminary' as const,
  source: 'phone',
});
const verify = (area: string, revision = 1) => ({
  type: 'VerifyFigures' as const,
  refs: [{ figureId: figureId(area), revision }],
});

const dispatch = {
  dispatchId: 'd-1',
  area: 'TT-W',
  at: 1,
  claimant: 'voters' as const,
  officialResponse: 'asked' as const,
  source: 'caller',
};

describe('entering, verifying, releasing', () => {
  it('[FIG-2] shows the public nothing until a figure is verified, then the figure', async () => {
    const desk = await openDesk();
    desk.does(enter('TT-W', 5015));
    expect(desk.state('public').figures).toEqual({});
    expect(desk.does(verify('TT-W'))).toMatchObject({
      payloads: [{ type: 'figures.verified' }, { type: 'figures.released' }],
    });
    expect(desk.state('public').figures[figureId('TT-W')]?.revisions[0]?.turnout).toEqual(exactly(5015));
  });

  it('[FIG-3] folds the released figures alike for those who saw everything and those who saw only what is public', async () => {
    const desk = await openDesk();
    desk.does(announcement('a-1', textReading([{ area: 'TT-W', turnout: { min: 5001, max: 10_000 } }])));
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-1' });
    desk.does(announcement('a-2', textReading([{ area: 'TT-W', turnout: exactly(5015) }])));
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-2' });
    expect(desk.state('public').figures).toEqual(desk.state('desk').figures);
    expect(desk.state('public').hash).toBe(desk.state('desk').hash);
  });

  it.each(['figure', 'announcement', 'desk'] as const)('[FIG-2] keeps back what a withheld %s covers', async (kind) => {
    const desk = await openDesk();
    desk.does(announcement('a-1', textReading([{ area: 'TT-W', turnout: exactly(5015) }])));
    const target = {
      figure: { kind, figureId: figureId('TT-W') },
      announcement: { kind, announcementId: 'a-1' },
      desk: { kind },
    }[kind];
    desk.does({
      type: 'Withhold',
      withholdingId: 'w-1',
      target: target as { kind: 'desk' },
      until: null,
      reason: 'the editor asked',
    });
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-1' });
    expect(desk.state('public').figures).toEqual({});
    desk.does({ type: 'LiftWithholding', withholdingId: 'w-1' });
    expect(Object.keys(desk.state('public').figures)).toEqual([figureId('TT-W')]);
  });

  it('[FIG-2] keeps back the words of an announcement while a figure that they tell is not released', async () => {
    const desk = await openDesk();
    const told = textReading([
      { area: 'TT-W', turnout: exactly(5015) },
      { area: 'TT-E', turnout: exactly(4711) },
    ]);
    const isTold = (): boolean => desk.told('public').includes('4711');
    desk.does(announcement('a-1', told));
    desk.does({
      type: 'Withhold',
      withholdingId: 'w-1',
      target: { kind: 'figure', figureId: figureId('TT-E') },
      until: null,
      reason: 'being checked',
    });
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-1' });
    expect(Object.keys(desk.state('public').figures)).toEqual([figureId('TT-W')]);
    // A second source that says the same tells it as well.
    desk.does(announcement('a-2', textReading([{ area: 'TT-E', turnout: exactly(4711) }])));
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-2' });
    expect(isTold()).toBe(false);
    desk.does({ type: 'LiftWithholding', withholdingId: 'w-1' });
    expect(isTold()).toBe(true);
    expect(Object.keys(desk.state('public').announcements)).toEqual(['a-1', 'a-2']);
    expect(desk.state('public').figures[figureId('TT-E')]?.confirmations).toHaveLength(1);
  });

  it('[FIG-2] keeps back the words of an announcement that left another, unreleased value standing', async () => {
    const desk = await openDesk();
    desk.does(enter('TT-W', 5015));
    const overrides = [{ check: 'X' as const, area: 'TT-W', reason: 'the phone is nearer' }];
    desk.does({ ...announcement('a-1', textReading([{ area: 'TT-W', turnout: exactly(4711) }])), overrides });
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-1' });
    expect(desk.state('public').announcements).toEqual({});
    desk.does(verify('TT-W'));
    expect(Object.keys(desk.state('public').announcements)).toEqual(['a-1']);
  });

  it('[FIG-8] keeps a figure in while its own words tell another one that is withheld', async () => {
    const desk = await openDesk();
    const text = textReading([
      { area: 'TT-W', turnout: exactly(5015), words: 'West and East 50,15', snippet: { start: 0, end: 19 } },
      { area: 'TT-E', turnout: exactly(5116), words: 'East 50,15 and 51,16', snippet: { start: 9, end: 29 } },
      { area: 'TT', turnout: exactly(5040), words: 'all 50,40', snippet: { start: 40, end: 49 } },
    ]);
    desk.does(announcement('a-1', text));
    const target = { kind: 'figure' as const, figureId: figureId('TT-W') };
    desk.does({ type: 'Withhold', withholdingId: 'w-1', target, until: null, reason: 'the editor asked' });
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-1' });
    expect(Object.keys(desk.state('public').figures)).toEqual([figureId('TT')]);
    expect(desk.told('public')).not.toContain('50,15');
    desk.does({ type: 'LiftWithholding', withholdingId: 'w-1' });
    expect(Object.keys(desk.state('public').figures)).toHaveLength(3);
    expect(desk.state('public').announcements['a-1']?.text).toBe(text);
  });

  it('[FIG-6] releases the newest verified revision when a withholding is lifted, and only that', async () => {
    const desk = await openDesk();
    desk.does({
      type: 'Withhold',
      withholdingId: 'w-1',
      target: { kind: 'desk' },
      until: null,
      reason: 'before the hour',
    });
    desk.does(enter('TT-W', 5015));
    desk.does(verify('TT-W'));
    desk.does({
      type: 'CorrectFigure',
      figureId: figureId('TT-W'),
      expectedRevision: 1,
      kind: 'typo',
      reason: 'two digits swapped',
      turnout: exactly(5105),
      ballots: null,
    });
    desk.does(verify('TT-W', 2));
    desk.does({ type: 'LiftWithholding', withholdingId: 'w-1' });
    expect(desk.state('public').figures[figureId('TT-W')]?.revisions.map((held) => held.revision)).toEqual([2]);
  });

  it('[FIG-5] ends an embargo at its instant and not before, once', async () => {
    const desk = await openDesk();
    desk.does({ type: 'Withhold', withholdingId: 'w-1', target: { kind: 'desk' }, until: 5_000, reason: 'embargo' });
    desk.does(enter('TT-W', 5015));
    desk.does(verify('TT-W'));
    desk.at(4_999);
    expect(desk.does({ type: 'ReleaseDue', withholdingId: 'w-1' })).toMatchObject({ rejected: 'notDueYet' });
    desk.at(5_000);
    desk.does({ type: 'ReleaseDue', withholdingId: 'w-1' });
    expect(Object.keys(desk.state('public').figures)).toHaveLength(1);
    expect(desk.does({ type: 'ReleaseDue', withholdingId: 'w-1' })).toMatchObject({ rejected: 'unknownWithholding' });
  });

  it('[FIG-4] gives the public no word of what was entered, only places and hashes', async () => {
    const desk = await openDesk();
    desk.does(announcement('a-1', textReading([{ area: 'TT-W', turnout: exactly(4321), words: 'forty-three' }])));
    expect(desk.told('public')).not.toMatch(/4321|forty-three/);
    expect(desk.state('public').seq).toBe(desk.state('desk').seq);
  });
});

describe('announcements', () => {
  it('[ACM-1] refuses when the text now reads otherwise than the sender saw', async () => {
    const desk = await openDesk();
    const text = textReading([{ area: 'TT-W', turnout: exactly(5015) }]);
    const seen = { area: 'TT-W', cutoff: '18:00', turnout: exactly(5016), ballots: null };
    expect(desk.does({ ...announcement('a-1', text), expectedFigures: [seen] })).toMatchObject({
      rejected: 'readingChanged',
    });
    expect(desk.entries()).toHaveLength(1);
    expect(
      desk.does({ ...announcement('a-1', text), expectedFigures: [{ ...seen, turnout: exactly(5015) }] }),
    ).toHaveProperty('payloads');
    expect(desk.state().announcements['a-1']?.text).toBe(text);
  });

  it('[ACM-2] refuses a text without figures, and one without a cutoff unless the operator names it', async () => {
    const desk = await openDesk();
    expect(desk.does(announcement('a-1', textReading([])))).toMatchObject({ rejected: 'nothingFound' });
    const dateless = textReading([{ area: 'TT-W', turnout: exactly(5015) }], null);
    expect(desk.does(announcement('a-1', dateless))).toMatchObject({ rejected: 'unknownCutoff' });
    expect(desk.does({ ...announcement('a-1', dateless), cutoff: 'nonsense' })).toMatchObject({
      rejected: 'unknownCutoff',
    });
    expect(desk.does({ ...announcement('a-1', dateless), cutoff: '18:00' })).toHaveProperty('payloads');
  });

  it('[ACM-3] refuses at a stop until an override answers it, and keeps the override', async () => {
    const desk = await openDesk();
    desk.does(enter('TT-W', 5015, '12:00'));
    const lower = announcement('a-1', textReading([{ area: 'TT-W', turnout: exactly(4900) }]));
    expect(desk.does(lower)).toMatchObject({ rejected: 'stopped', findings: [{ check: 'M', areas: ['TT-W'] }] });
    const override = { check: 'M' as const, area: 'TT-W', reason: 'the commission lowered it itself' };
    expect(desk.does({ ...lower, overrides: [{ ...override, check: 'B' }] })).toMatchObject({ rejected: 'stopped' });
    desk.does({ ...lower, overrides: [override] });
    expect(desk.state().figures[figureId('TT-W')]?.revisions[0]?.overrides).toEqual([override]);
  });

  it('[CORR-4] confirms, refines or stops, and never moves a value by itself', async () => {
    const desk = await openDesk();
    desk.does(
      announcement(
        'a-1',
        textReading([
          { area: 'TT-W', turnout: { min: 5001, max: 10_000 } },
          { area: 'TT-E', turnout: exactly(5890) },
        ]),
      ),
    );
    desk.does(
      announcement(
        'a-2',
        textReading([
          { area: 'TT-W', turnout: exactly(5015) },
          { area: 'TT-E', turnout: exactly(5890) },
        ]),
      ),
    );
    const west = desk.state().figures[figureId('TT-W')];
    expect(west?.revisions.map((held) => held.kind)).toEqual(['entered', 'refined']);
    expect(desk.state().figures[figureId('TT-E')]).toMatchObject({
      revisions: [{ revision: 1 }],
      confirmations: [{ announcementId: 'a-2' }],
    });
    const other = announcement('a-3', textReading([{ area: 'TT-E', turnout: exactly(5990) }]));
    expect(desk.does(other)).toMatchObject({ rejected: 'stopped', findings: [{ check: 'X' }] });
    desk.does({ ...other, overrides: [{ check: 'X', area: 'TT-E', reason: 'the outlet mistyped it' }] });
    expect(desk.state().figures[figureId('TT-E')]?.revisions).toHaveLength(1);
    expect(desk.state().announcements['a-3']).toBeDefined();
  });

  it('[CORR-4] never makes a value less exact: a count that comes with wider words joins the exact share', async () => {
    const desk = await openDesk();
    desk.does(announcement('a-1', textReading([{ area: 'TT-W', turnout: exactly(5015) }])));
    desk.does(
      announcement('a-2', textReading([{ area: 'TT-W', turnout: { min: 5001, max: 10_000 }, ballots: 20_060 }])),
    );
    expect(desk.state().figures[figureId('TT-W')]?.revisions.at(-1)).toMatchObject({
      kind: 'refined',
      turnout: exactly(5015),
      ballots: 20_060,
    });
  });

  it('[ACM-5] refuses a choice of cutoff that would give one figure two values', async () => {
    const desk = await openDesk();
    const text = textReading([
      { area: 'TT-W', turnout: exactly(5015) },
      { area: 'TT-W', turnout: exactly(3015), cutoff: '12:00' },
    ]);
    expect(desk.does({ ...announcement('a-1', text), cutoff: '12:00' })).toMatchObject({
      rejected: 'unknownCutoff',
      detail: expect.stringContaining('TT-W') as string,
    });
    desk.does(announcement('a-1', text));
    expect(Object.keys(desk.state().figures).sort()).toEqual([figureId('TT-W', '12:00'), figureId('TT-W')]);
  });

  it('[ACM-4] finds the electorate a count rests on: stated, carried on, or the one that an answered stop points to', async () => {
    const desk = await openDesk();
    const national = (id: string, cutoff: string, ballots: number, turnout: number, electorate: number | null) =>
      announcement(id, textReading([{ ballots, turnout: exactly(turnout), electorate }], cutoff));
    desk.does(national('a-1', '12:00', 30_000, 3000, 100_000));
    desk.does(national('a-2', '18:00', 55_400, 5540, null));
    const moved = national('a-3', 'final', 58_260, 5814, 100_200);
    desk.does(moved);
    const basisAt = (cutoff: string) => desk.state().figures[figureId('TT', cutoff)]?.revisions[0]?.basis;
    expect([basisAt('12:00'), basisAt('18:00'), basisAt('final')]).toEqual(['tt-1', 'tt-1', 'tt-2']);
  });
});

describe('corrections', () => {
  const correction = (expectedRevision: number, hundredths: number | null, kind: 'typo' | 'withdrawn' = 'typo') => ({
    type: 'CorrectFigure' as const,
    figureId: figureId('TT-W'),
    expectedRevision,
    kind,
    reason: 'two digits swapped',
    turnout: hundredths === null ? null : exactly(hundredths),
    ballots: null,
  });

  it('[CORR-1] adds a revision and leaves the earlier ones as they were', async () => {
    const desk = await openDesk();
    desk.does(enter('TT-W', 5015));
    const before = desk.state().figures[figureId('TT-W')]?.revisions[0];
    desk.does(correction(1, 5105));
    const revisions = desk.state().figures[figureId('TT-W')]?.revisions;
    expect(revisions?.[0]).toEqual(before);
    expect(revisions?.[1]).toMatchObject({
      revision: 2,
      kind: 'typo',
      reason: 'two digits swapped',
      turnout: exactly(5105),
    });
  });

  it('[CORR-2] refuses a correction of a revision that no longer stands', async () => {
    const desk = await openDesk();
    desk.does(enter('TT-W', 5015));
    desk.does(correction(1, 5105));
    expect(desk.does(correction(1, 5205))).toMatchObject({ rejected: 'staleRevision' });
    expect(desk.does(verify('TT-W', 1))).toMatchObject({ rejected: 'staleRevision' });
  });

  it('[CORR-3] withdraws with no value, and refuses a correction that changes nothing or lacks its value', async () => {
    const desk = await openDesk();
    desk.does(enter('TT-W', 5015));
    expect(desk.does(correction(1, 5015))).toMatchObject({ rejected: 'nothingChanges' });
    expect(desk.does(correction(1, null))).toMatchObject({ rejected: 'withdrawnHasNoValue' });
    expect(desk.does(correction(1, 5100, 'withdrawn'))).toMatchObject({ rejected: 'withdrawnHasNoValue' });
    expect(desk.does(correction(1, null, 'withdrawn'))).toHaveProperty('payloads');
  });

  it('[CORR-5] refuses another area’s electorate as a basis', async () => {
    const desk = await openDesk();
    desk.does(enter('TT-W', 5015));
    expect(desk.does({ ...correction(1, 5105), basis: 'tt-1' })).toMatchObject({ rejected: 'unknownElectorate' });
  });

  it('[FIG-7] verifies with an announcement what it said, never a correction that nobody looked at', async () => {
    const desk = await openDesk();
    desk.does(announcement('a-1', textReading([{ area: 'TT-W', turnout: exactly(5015) }])));
    desk.does({ ...correction(1, 5105), announcementId: 'a-1' });
    desk.does({ type: 'VerifyAnnouncement', announcementId: 'a-1' });
    expect(desk.state('public').figures).toEqual({});
    desk.does(verify('TT-W', 2));
    expect(desk.state('public').figures[figureId('TT-W')]?.revisions.at(-1)?.turnout).toEqual(exactly(5105));
  });

  it('[ACM-3] refuses the impossible even in a correction', async () => {
    const desk = await openDesk();
    desk.does(enter('TT-W', 5015));
    expect(desk.does(correction(1, 10_050))).toMatchObject({ rejected: 'stopped', findings: [{ check: 'B' }] });
  });
});

describe('stations and dispatches', () => {
  const count = { target: 'west', open: 39, closed: null, notYetOpen: 1, total: 40, asOf: 1, source: 'board' };

  it('[STA-1] keeps the newest report of a station and the newest count of an area, at once public', async () => {
    const desk = await openDesk();
    const report = { station: 'w-1', status: 'closed' as const, asOf: 1, source: 'board' };
    desk.does({ type: 'ReportStation', report: { ...report, status: 'open' } });
    desk.does({ type: 'ReportStation', report });
    desk.does({ type: 'ReportStationCount', count });
    expect(desk.state('public')).toMatchObject({ stations: { 'w-1': report }, stationCounts: { west: count } });
  });

  it('[STA-9] lets no report of an earlier time take the place of a later one, unless that is named as wrong', async () => {
    const desk = await openDesk();
    const reportAt = (asOf: number, status: 'open' | 'closed' = 'closed') => ({
      type: 'ReportStation' as const,
      report: { station: 'w-1', status, asOf, source: 'board' },
    });
    const countAt = (asOf: number) => ({ type: 'ReportStationCount' as const, count: { ...count, asOf } });
    for (const at of [reportAt, countAt]) {
      desk.does(at(2_000));
      const refused = desk.does(at(1_000));
      expect(refused).toMatchObject({
        rejected: 'olderReport',
        detail: expect.stringMatching(/^1970-01-01T/) as string,
      });
      expect(Date.parse((refused as { detail: string }).detail)).toBe(2_000);
      expect(desk.does({ ...at(1_000), insteadOf: 1_999 })).toMatchObject({ rejected: 'olderReport' });
    }
    expect(desk.state('public')).toMatchObject({
      stations: { 'w-1': { asOf: 2_000 } },
      stationCounts: { west: { asOf: 2_000 } },
    });
    // The same time again corrects it, and a time that was mistyped can be taken back.
    desk.does(reportAt(2_000, 'open'));
    expect(desk.state('public').stations['w-1']).toMatchObject({ asOf: 2_000, status: 'open' });
    for (const at of [reportAt, countAt]) desk.does({ ...at(1_000), insteadOf: 2_000 });
    expect(desk.state('public')).toMatchObject({
      stations: { 'w-1': { asOf: 1_000 } },
      stationCounts: { west: { asOf: 1_000 } },
    });
  });

  it('[STA-2] refuses unknown stations and targets, and more stations than there are', async () => {
    const desk = await openDesk();
    const report = { station: 'none', status: 'closed' as const, asOf: 1, source: 'board' };
    expect(desk.does({ type: 'ReportStation', report })).toMatchObject({ rejected: 'unknownStation' });
    expect(desk.does({ type: 'ReportStationCount', count: { ...count, target: 'none' } })).toMatchObject({
      rejected: 'unknownTarget',
    });
    expect(desk.does({ type: 'ReportStationCount', count: { ...count, open: 40 } })).toMatchObject({
      rejected: 'impossibleCount',
    });
    expect(desk.does({ type: 'ReportStationCount', count: { ...count, open: 41, total: null } })).toMatchObject({
      rejected: 'impossibleCount',
    });
  });

  it('[DIS-1] tells the public nothing of an erased dispatch that was never released', async () => {
    const desk = await openDesk();
    desk.does({ type: 'EnterDispatch', dispatch, text: 'A queue stands at the door.' });
    desk.does({ type: 'EraseDispatchText', dispatchId: 'd-1', reason: 'names a neighbour' });
    expect(desk.state().dispatches['d-1']?.erased).toBe(true);
    const seen = desk.entries().map((entry) => audienceView(entry, 'public'));
    expect(JSON.stringify(seen)).not.toContain('neighbour');
    expect(JSON.stringify(seen)).not.toContain('d-1');
  });

  it('[DIS-1] keeps only the reference of a dispatch, public when verified, erasable once', async () => {
    const desk = await openDesk();
    desk.does({ type: 'EnterDispatch', dispatch, text: 'A queue stands at the door.' });
    expect(JSON.stringify(desk.entries())).not.toContain('queue');
    expect(desk.state('public').dispatches).toEqual({});
    desk.does({ type: 'VerifyDispatch', dispatchId: 'd-1' });
    desk.does({ type: 'EraseDispatchText', dispatchId: 'd-1', reason: 'asked for by law' });
    expect(desk.state('public').dispatches['d-1']).toMatchObject({ claimant: 'voters', erased: true });
    expect(desk.does({ type: 'EraseDispatchText', dispatchId: 'd-1', reason: 'again' })).toMatchObject({
      rejected: 'nothingChanges',
    });
  });

  it('[DIS-3] an official answer waits for a second look, and keeps what was answered before', async () => {
    const desk = await openDesk();
    const answer = (officialResponse: 'noComment' | 'denied', at: number) =>
      desk.does({
        type: 'AnswerDispatch',
        dispatchId: 'd-1',
        response: { officialResponse, at, source: 'the police' },
      });
    const shown = () => desk.state('public').dispatches['d-1'];
    expect(answer('denied', 2)).toMatchObject({ rejected: 'unknownDispatch' });
    desk.does({ type: 'EnterDispatch', dispatch, text: 'A car stands at the door.' });
    desk.does({ type: 'VerifyDispatch', dispatchId: 'd-1' });
    const released = shown();
    answer('noComment', 2);
    expect(shown()).toEqual(released);
    expect(desk.state().dispatches['d-1']?.pendingResponse).toMatchObject({ officialResponse: 'noComment' });
    expect(answer('noComment', 3)).toMatchObject({ rejected: 'nothingChanges' });
    desk.does({ type: 'VerifyDispatch', dispatchId: 'd-1' });
    expect(shown()).toMatchObject({
      officialResponse: 'noComment',
      responseAt: 2,
      responseSource: 'the police',
      releasedAt: released?.releasedAt,
      earlierResponses: [{ officialResponse: 'asked', at: 1, source: 'caller' }],
    });
    expect(shown()).not.toHaveProperty('pendingResponse');
    expect(desk.does({ type: 'VerifyDispatch', dispatchId: 'd-1' })).toMatchObject({ rejected: 'nothingToVerify' });
    answer('denied', 4);
    desk.does({ type: 'VerifyDispatch', dispatchId: 'd-1' });
    expect(shown()?.earlierResponses?.map((each) => each.officialResponse)).toEqual(['asked', 'noComment']);
    desk.does({ type: 'EraseDispatchText', dispatchId: 'd-1', reason: 'asked for by law' });
    expect(answer('noComment', 5)).toMatchObject({ rejected: 'nothingChanges' });
  });

  it('[DIS-3] an answer to a dispatch that is not released yet comes out with it', async () => {
    const desk = await openDesk();
    desk.does({ type: 'EnterDispatch', dispatch, text: 'A queue stands at the door.' });
    desk.does({
      type: 'AnswerDispatch',
      dispatchId: 'd-1',
      response: { officialResponse: 'confirmed', at: 2, source: 'the board' },
    });
    expect(desk.state('public').dispatches).toEqual({});
    desk.does({ type: 'VerifyDispatch', dispatchId: 'd-1' });
    expect(desk.state('public').dispatches['d-1']).toMatchObject({ officialResponse: 'confirmed', responseAt: 2 });
    expect(desk.state('public').dispatches['d-1']).not.toHaveProperty('earlierResponses');
  });
});
