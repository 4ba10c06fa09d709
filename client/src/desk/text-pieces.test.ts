import { describe, expect, it } from 'vitest';

import { textPiecesOf } from './text-pieces.ts';

const snippet = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

describe('[DESK-1] the text as it was read', () => {
  const text = '1. At 10:00 the north stood at 23,37 per cent.';
  const pieces = textPiecesOf(text, {
    asOfSnippet: snippet(text, '10:00'),
    figures: [{ area: 'AA-1', snippet: snippet(text, '23,37 per cent') }],
    leftAlone: [{ kind: 'ordinal', snippet: snippet(text, '1') }],
  });

  it('joined again is the text', () => {
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    for (const piece of pieces) expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
  });

  it('marks figures, the time, and what was left alone', () => {
    expect(pieces.filter((piece) => piece.kind !== 'plain')).toEqual([
      { kind: 'leftAlone', as: 'ordinal', text: '1', start: 0 },
      { kind: 'asOf', text: '10:00', start: 6 },
      { kind: 'figure', areas: ['AA-1'], text: '23,37 per cent', start: 31 },
    ]);
  });

  it('names every area that shares a number', () => {
    const shared = 'above 80 in both';
    const at = snippet(shared, 'above 80');
    const marks = {
      asOfSnippet: null,
      leftAlone: [],
      figures: [
        { area: 'AA-1', snippet: at },
        { area: 'AA-2', snippet: at },
      ],
    };
    expect(textPiecesOf(shared, marks)[0]).toEqual({
      kind: 'figure',
      areas: ['AA-1', 'AA-2'],
      text: 'above 80',
      start: 0,
    });
  });

  it('never strikes a number that counts, and survives offsets outside the text', () => {
    const marks = {
      asOfSnippet: null,
      figures: [{ area: 'AA', snippet: { start: 2, end: 99 } }],
      leftAlone: [{ kind: 'unclaimed' as const, snippet: { start: 0, end: 4 } }],
    };
    expect(textPiecesOf('abcdef', marks).map(({ kind, text: cut }) => [kind, cut])).toEqual([
      ['leftAlone', 'ab'],
      ['figure', 'cdef'],
    ]);
    expect(textPiecesOf('', { asOfSnippet: null, figures: [], leftAlone: [] })).toEqual([]);
  });
});
