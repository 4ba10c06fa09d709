import type { ToldFigure } from './announcements-of.ts';

/** A stretch of an announcement's text, and the figures that it tells. Joined, the stretches are the text. */
export interface TextPiece {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
  /** Empty where the stretch tells none. Several areas can share one number. */
  readonly told: readonly ToldFigure[];
}

/** Cuts a text where the words of its figures begin and end; where two stretches overlap each keeps its own figures. */
export function textPiecesOf(text: string, told: readonly ToldFigure[]): TextPiece[] {
  const placed = told.flatMap((figure) => {
    const { snippet } = figure;
    return snippet === null ? [] : [{ figure, start: clamp(snippet.start, text), end: clamp(snippet.end, text) }];
  });
  const edges = [...new Set([0, text.length, ...placed.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      start,
      told: placed.filter((each) => each.start <= start && each.end >= end).map(({ figure }) => figure),
    };
  });
}

function clamp(offset: number, text: string): number {
  return Math.min(text.length, Math.max(0, offset));
}
