import type { AreaId } from '../ids.ts';
import type { Claim } from './claim.ts';
import type { TimeRead } from './time-read.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import { intervalOf } from './interval-of.ts';

/** A claim with the hour it was put at. */
export interface TimedClaim {
  readonly claim: Claim;
  readonly time: TimeRead | null;
  readonly final: boolean;
}

/**
 * «Ранее сообщалось … X. Верно: Y»: a sentence that says what is right takes back what the one before it said of the same
 * area. One share without a place stands for the only share of the sentence before, or for the share of the only place
 * that it names; otherwise a share without a place is
 * said of nothing. `claims` and `read` change in place.
 */
export function correctClaims(
  reading: Reading,
  statement: Statement,
  claims: Claim[],
  read: TimedClaim[],
  named: AreaId | null,
): void {
  const { leftAlone } = reading;
  const lastSentence = read.at(-1)?.claim.sentence;
  const before = read.filter(({ claim }) => claim.sentence === lastSentence && claim.turnout !== null);
  const placed = statement.items.some(({ type }) => type === 'area');
  const shares = statement.items.filter((item) => item.type === 'quantity' && item.leftAlone === null);
  const [old] = before;
  if (!placed) {
    const [share] = shares;
    for (const { own } of claims.splice(0)) leftAlone.push({ kind: 'unclaimed', snippet: { ...own } });
    if (share?.type !== 'quantity' || shares.length > 1) return;
    const turnout = intervalOf(share.bound, share.value, reading.widths);
    const area = named ?? (before.length === 1 ? old?.claim.area : undefined);
    if (turnout === null || area === undefined) return;
    const own = { start: share.start, end: share.end };
    claims.push({
      area,
      ...own,
      turnout,
      ballots: null,
      electorate: null,
      decimals: share.decimals,
      own,
      sentence: statement.sentence.from,
      time: named === null ? (old?.time ?? null) : null,
      status: null,
      outright: true,
      atHourBefore: false,
    });
    const again = leftAlone.findLastIndex(({ snippet }) => snippet.start === own.start);
    if (again >= 0) leftAlone.splice(again, 1);
  }
  for (const wrong of before) {
    if (!claims.some(({ area, turnout }) => area === wrong.claim.area && turnout !== null)) continue;
    read.splice(read.indexOf(wrong), 1);
    leftAlone.push({ kind: 'conflict', snippet: { ...wrong.claim.own } });
  }
}
