import type { Snippet } from '../figures/figure.ts';
import type { Claim } from './claim.ts';
import type { Kept } from './merge-claims.ts';
import type { LeftAlone, ParsedFigure } from './parsed.ts';

/** A number that a figure stands on is not said again. */
export function withoutFigures(leftAlone: readonly LeftAlone[], figures: readonly ParsedFigure[]): LeftAlone[] {
  const repeats = leftAlone.filter(({ kind }) => kind === 'restated');
  const taken = new Set(repeats.filter(({ snippet }) => figures.some((figure) => overlaps(figure.snippet, snippet))));
  return leftAlone.filter((left) => !taken.has(left));
}

/** In the order of the text, each place once, without the time that the figures hold at. */
export function inOrder(leftAlone: readonly LeftAlone[], asOf: Snippet | null): LeftAlone[] {
  const sorted = [...leftAlone].sort((a, b) => a.snippet.start - b.snippet.start || a.snippet.end - b.snippet.end);
  let end = -1;
  return sorted.filter(({ snippet }) => {
    if (snippet.start < end || (asOf !== null && overlaps(snippet, asOf))) return false;
    end = snippet.end;
    return true;
  });
}

function overlaps(a: Snippet, b: Snippet): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The claims that hold counts only, by area. */
export function countsByArea(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const byArea = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.turnout !== null) continue;
    const list = byArea.get(claim.area);
    if (list === undefined) byArea.set(claim.area, [claim]);
    else list.push(claim);
  }
  return byArea;
}

/** The figure of a merged claim; its snippet takes in the counts said beside the share. */
export function figureOf(
  text: string,
  { claim, cutoff, ballots, electorate }: Kept,
  claims: readonly Claim[],
): ParsedFigure {
  let { start, end } = claim;
  if (claim.turnout !== null) {
    for (const other of claims) {
      const same =
        (ballots !== null && other.ballots === ballots) || (electorate !== null && other.electorate === electorate);
      if (!same) continue;
      const [from, to] = [Math.min(start, other.start), Math.max(end, other.end)];
      if (to - from <= 400 && other.sentence === claim.sentence) [start, end] = [from, to];
    }
  }
  return {
    area: claim.area,
    cutoff,
    turnout: claim.turnout,
    ballots,
    electorate,
    words: text.slice(start, end),
    snippet: { start, end },
  };
}
