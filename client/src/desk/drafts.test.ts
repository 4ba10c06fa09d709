import { describe, expect, it } from 'vitest';

import { correctionOf, emptyCorrection, problemsOf } from './correction-draft.ts';
import { countOf, countProblemsOf, emptyCount } from './count-draft.ts';

describe('[DESK-6] a correction', () => {
  const typed = { ...emptyCorrection, turnout: '72,88', reason: 'mistyped row', seen: 1 };

  it('names the revision that was seen when the typing began, whatever has come since', () => {
    expect(correctionOf(typed, 'figure', 2, 'command-1')).toEqual({
      type: 'CorrectFigure',
      commandId: 'command-1',
      figureId: 'figure',
      expectedRevision: 1,
      kind: 'typo',
      reason: 'mistyped row',
      turnout: { min: 7288, max: 7288 },
      ballots: null,
      basis: null,
    });
  });

  it('needs a reason and a value, except that a withdrawn figure has none', () => {
    expect(problemsOf(emptyCorrection)).toEqual({ reason: 'required', turnout: 'required' });
    expect(problemsOf({ ...typed, turnout: '7288,,' })).toEqual({ turnout: 'unreadable' });
    const withdrawn = { ...typed, kind: 'withdrawn' as const };
    expect(problemsOf(withdrawn)).toEqual({});
    expect(correctionOf({ ...withdrawn, ballots: '1 883' }, 'figure', 1, 'c')).toMatchObject({
      kind: 'withdrawn',
      turnout: null,
      ballots: null,
    });
  });

  it('takes a count alone for a value, and no spaces for a reason', () => {
    expect(problemsOf({ ...typed, turnout: '', ballots: '1 883' })).toEqual({});
    expect(problemsOf({ ...typed, reason: '     ' })).toEqual({ reason: 'required' });
  });

  it('is of the kind that was chosen', () => {
    for (const kind of ['typo', 'source-correction', 'basis-change'] as const) {
      expect(correctionOf({ ...typed, kind }, 'figure', 1, 'c')).toMatchObject({ kind, turnout: { min: 7288 } });
    }
  });
});

describe('[DESK-7] a count of stations', () => {
  const typed = { ...emptyCount, target: 'west', open: '1 883', source: 'the commission' };

  it('keeps what was not stated as not stated', () => {
    expect(countProblemsOf(typed)).toEqual({});
    expect(countOf(typed, 5, 'command-1')).toEqual({
      type: 'ReportStationCount',
      commandId: 'command-1',
      count: {
        target: 'west',
        open: 1883,
        closed: null,
        notYetOpen: null,
        total: null,
        asOf: 5,
        source: 'the commission',
      },
    });
  });

  it('needs a target, a source and something counted', () => {
    expect(countProblemsOf({ ...emptyCount, total: 'many' })).toEqual({
      target: 'required',
      source: 'required',
      open: 'required',
      total: 'unreadable',
    });
  });
});
