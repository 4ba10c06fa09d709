import { describe, expect, it } from 'vitest';

import { paintingTimes } from './painting-times.ts';

function watched() {
  let elapsed = 0;
  const painting = paintingTimes(() => elapsed);
  const seat = (joinedSeq: number) => ({ lane: 'air' as const, audience: 'public' as const, joinedSeq });
  return {
    seat,
    follow: (seq: number, logId = 'log') => painting.followed(logId, seq),
    painted: (at: ReturnType<typeof seat>, seq: number, logId = 'log') =>
      painting.painted(at, { logId, seq, paintedAt: 1_700_000_000_000 }),
    pass: (ms: number) => {
      elapsed += ms;
    },
  };
}

describe('from commit to painted', () => {
  it('[RUN-7] is counted from the oldest entry that the page had not painted, once for each place', () => {
    const { seat, follow, painted, pass } = watched();
    const screen = seat(1);
    follow(2);
    pass(30);
    follow(4);
    pass(20);
    expect(painted(screen, 4)).toBe(50);
    expect(painted(screen, 4)).toBeNull();
    expect(painted(screen, 2)).toBeNull();
    pass(100);
    follow(5);
    pass(7);
    expect(painted(screen, 5)).toBe(7);
  });

  it('[RUN-7] counts nothing for what a page found when it joined, of another log, from the future, or long past', () => {
    const { seat, follow, painted, pass } = watched();
    follow(2);
    pass(10);
    expect(painted(seat(2), 2)).toBeNull();
    expect(painted(seat(1), 2, 'another')).toBeNull();
    expect(painted(seat(1), 3)).toBeNull();
    pass(200_000);
    expect(painted(seat(1), 2)).toBeNull();
    follow(1, 'another');
    expect(painted(seat(1), 2)).toBeNull();
  });

  it('[RUN-7] remembers the newest places, however many there have been', () => {
    const { seat, follow, painted, pass } = watched();
    for (let seq = 2; seq <= 5_000; seq += 1) follow(seq);
    pass(5);
    expect(painted(seat(4_999), 5_000)).toBe(5);
  });
});
