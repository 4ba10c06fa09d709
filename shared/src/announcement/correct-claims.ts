import type { Claim } from './claim.ts';
import type { TimeRead } from './read-times.ts';
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
 * area. One share without a place stands for the only share of the sentence before; otherwise a share without a place is
 * said of nothing. `claims` and `read` change in place.
 */
export function correctClaims(reading: Reading, statement: Statement, claims: Claim[], read: TimedClaim[]): void {
  const { leftAlone } = reading;
  const lastSentence = read.at(-1)?.claim.sentence;
  const before = read.filter(({ claim }) => claim.sentence === lastSentence && claim.turnout !== null);
  const named = statement.items.some(({ type }) => type === 'area');
  const shares = statement.items.filter((item) => item.type === 'quantity' && item.leftAlone === null);
  const [old] = before;
  if (!named) {
    const [share] = shares;
    for (const { own } of claims.splice(0)) leftAlone.push({ kind: 'unclaimed', snippet: { ...own } });
    if (share?.type !== 'quantity' || shares.length > 1 || before.length !== 1 || old === undefined) return;
    const turnout = intervalOf(share.bound, share.value, reading.widths);
    if (turnout === null) return;
    const own = { start: share.start, end: share.end };
    claims.push({
      ...old.claim,
      ...own,
      turnout,
      decimals: share.decimals,
      own,
      sentence: statement.sentence.from,
      time: old.time,
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
