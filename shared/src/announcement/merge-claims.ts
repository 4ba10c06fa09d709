import { isExact, isSameInterval, isWithin } from '../figures/turnout.ts';
import type { CutoffId } from '../ids.ts';
import type { Claim } from './claim.ts';
import type { LeftAlone } from './parsed.ts';

/** A figure as put together from all the sentences about it. */
export interface Kept {
  claim: Claim;
  cutoff: CutoffId | null;
  ballots: number | null;
  electorate: number | null;
  /** Set while only counts are known. */
  countsOnly: boolean;
  /** Two sentences say two exact shares of it, neither of which refines the other: none of them can be taken. */
  contradicted: boolean;
}

/** True when `newer` says the same thing more exactly: inside the older interval, or with more digits after the decimal sign. */
function refines(newer: Claim, older: Claim): boolean {
  if (newer.turnout === null || older.turnout === null) return older.turnout === null;
  if (isExact(newer.turnout) && !isExact(older.turnout)) return true;
  if (!isExact(newer.turnout) || !isExact(older.turnout)) return isWithin(newer.turnout, older.turnout);
  const step = older.decimals === 0 ? 100 : 10;
  return (
    newer.decimals > older.decimals && older.decimals < 2 && Math.abs(newer.turnout.min - older.turnout.min) < step
  );
}

/**
 * True when two sentences say two exact shares of one thing outright. In one sentence the first is what it is about, and
 * a later share that is less exact, or names neither its place nor the turnout, takes nothing from the first.
 */
function contradicts(newer: Claim, older: Claim): boolean {
  if (newer.turnout === null || older.turnout === null || !newer.outright) return false;
  if (newer.decimals < older.decimals) return false;
  return newer.sentence !== older.sentence && isExact(newer.turnout) && isExact(older.turnout);
}

/** Puts the claims together: one figure for each area and cutoff, the more exact statement winning, then the earlier. */
export function mergeClaims(
  claims: readonly { claim: Claim; cutoff: CutoffId | null }[],
  leftAlone: LeftAlone[],
): Kept[] {
  const kept = new Map<string, Kept>();
  const leave = (kind: 'conflict' | 'restated', { own }: Claim): void => {
    leftAlone.push({ kind, snippet: { start: own.start, end: own.end } });
  };
  for (const { claim, cutoff } of claims) {
    const key = `${cutoff ?? ''}|${claim.area}`;
    const old = kept.get(key);
    if (old === undefined) {
      kept.set(key, {
        claim,
        cutoff,
        ballots: claim.ballots,
        electorate: claim.electorate,
        countsOnly: claim.turnout === null,
        contradicted: false,
      });
      continue;
    }
    if (claim.turnout === null) {
      const differs =
        (claim.ballots !== null && old.ballots !== null && claim.ballots !== old.ballots) ||
        (claim.electorate !== null && old.electorate !== null && claim.electorate !== old.electorate);
      if (differs) leave('conflict', claim);
      old.ballots ??= claim.ballots;
      old.electorate ??= claim.electorate;
    } else if (refines(claim, old.claim)) {
      const older = old.claim.turnout;
      const agrees =
        older === null || isWithin(claim.turnout, older) || (isExact(older) && old.claim.decimals < claim.decimals);
      if (older !== null) leave(agrees ? 'restated' : 'conflict', old.claim);
      kept.delete(key);
      kept.set(key, { ...old, claim, countsOnly: false });
    } else {
      const older = old.claim.turnout;
      const agrees =
        isSameInterval(claim.turnout, older) ||
        (refines(old.claim, claim) &&
          (older === null ||
            isWithin(older, claim.turnout) ||
            (isExact(claim.turnout) && claim.decimals < old.claim.decimals)));
      leave(agrees ? 'restated' : 'conflict', claim);
      if (!agrees && contradicts(claim, old.claim) && !old.contradicted) {
        leave('conflict', old.claim);
        kept.set(key, { ...old, contradicted: true });
      }
    }
  }
  const certain = [...kept.values()].filter(({ claim, ballots, electorate, contradicted }) => {
    // Voters on the lists alone are no figure.
    const says = claim.turnout !== null || ballots !== null;
    if (!says && electorate !== null) leftAlone.push({ kind: 'unclaimed', snippet: { ...claim.own } });
    return says && !contradicted;
  });
  return certain.sort((a, b) => a.claim.start - b.claim.start || a.claim.end - b.claim.end);
}
