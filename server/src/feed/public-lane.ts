import type { Seat } from './seat.ts';

/** Public sockets served in one turn of the event loop; between turns air and desk get through. */
const chunk = 64;

interface Sending {
  readonly seats: readonly Seat[];
  readonly deliver: (seat: Seat) => void;
}

/**
 * The one line in which everything for the public waits: what was asked for first has reached every seat before what
 * was asked for next begins, so that nothing overtakes a delta at any reader.
 */
export interface PublicLane {
  send(seats: readonly Seat[], deliver: (seat: Seat) => void): void;
  /** Calls back once nothing is being sent: at once, or in the turn in which the last seat was served. */
  whenIdle(then: () => void): void;
  /** Drops what has not been sent, and who waits for it. */
  clear(): void;
}

export function publicLane(): PublicLane {
  let line: Sending[] = [];
  let served = 0;
  let turn: NodeJS.Immediate | null = null;
  let waiting: (() => void)[] = [];

  const serve = (): void => {
    turn = null;
    const [current] = line;
    if (current !== undefined) {
      const to = Math.min(served + chunk, current.seats.length);
      for (const seat of current.seats.slice(served, to)) current.deliver(seat);
      served = to;
      if (served === current.seats.length) {
        line = line.slice(1);
        served = 0;
      }
    }
    if (line.length > 0) turn = setImmediate(serve);
    else for (const then of waiting.splice(0)) then();
  };

  return {
    send: (seats, deliver) => {
      if (seats.length === 0) return;
      line.push({ seats, deliver });
      turn ??= setImmediate(serve);
    },
    whenIdle: (then) => {
      if (line.length === 0) then();
      else waiting.push(then);
    },
    clear: () => {
      if (turn !== null) clearImmediate(turn);
      turn = null;
      line = [];
      served = 0;
      waiting = [];
    },
  };
}
