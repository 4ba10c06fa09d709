import type { SeededRandom } from '../seeded-random.ts';

/** How bad the network is; all probabilities are of one packet, all times milliseconds. */
export interface Weather {
  readonly slowest: number;
  readonly drop: number;
  readonly repeat: number;
  /** No TCP does this, and a proxy that merges two streams might: a later packet comes first. */
  readonly overtake: number;
}

export const fairWeather: Weather = { slowest: 20, drop: 0, repeat: 0, overtake: 0 };
/** How late a packet may come again, or after one that was sent later. */
const lateMs = 1_500;

export interface LineEnd {
  readonly take: (packet: string) => void;
  readonly closed: () => void;
}

/** What the two ends of a line are, and what may befall it. */
export interface Line {
  /** Down to the page. `mayBeLost`: an event, which the protocol must survive losing and getting twice. */
  toPage(packet: string, mayBeLost: boolean): void;
  toServer(packet: string): void;
  /** Bytes that the page has not taken; the server sees them grow while the line is stalled. */
  backlogBytes(): number;
  /** One end closes: the other hears of it after a while. */
  closeFrom(end: 'page' | 'server'): void;
  /** Both ends hear that the connection broke. */
  breaks(): void;
  /** A pulled cable: nobody hears anything. The server gives the connection up after a while. */
  goesSilent(): void;
  /** The page stops reading for `ms`; `kernel` bytes are taken for it all the same, negative where they were full before. */
  stalls(ms: number, kernel: number): void;
}

/** After so long without a sign of the page the server gives it up: ping interval and timeout. */
const serverGivesUpAfterMs = 20_000;

/** A connection in order, with a seeded delay, between a page and a server: what TCP is to both. */
export function openLine(
  random: SeededRandom,
  weather: () => Weather,
  ends: { readonly page: LineEnd; readonly server: LineEnd },
  tell: { readonly dropped: () => void; readonly repeated: () => void; readonly overtaken: () => void },
): Line {
  const due = { page: 0, server: 0 };
  const open = { page: true, server: true };
  let isSilent = false;
  let isCut = false;
  let stalledUntil = 0;
  let kernelTakes = 0;
  let waiting = 0;

  /** Runs `arrive` at `end` after the way there, and never before what was sent earlier. */
  const carry = (end: 'page' | 'server', arrive: () => void): void => {
    const now = Date.now();
    const free = end === 'page' ? Math.max(now, stalledUntil) : now;
    due[end] = Math.max(due[end], free + random.int(1, weather().slowest));
    setTimeout(() => {
      if (open[end] && !isSilent) arrive();
    }, due[end] - now);
  };
  const hangUp = (end: 'page' | 'server'): void => {
    if (!open[end]) return;
    open[end] = false;
    ends[end].closed();
  };
  const deliver = (packet: string): void => {
    waiting += packet.length;
    carry('page', () => {
      waiting -= packet.length;
      ends.page.take(packet);
    });
  };
  const late = (packet: string): void => {
    setTimeout(
      () => {
        deliver(packet);
      },
      random.int(1, lateMs),
    );
  };

  return {
    toPage: (packet, mayBeLost) => {
      if (isCut) return;
      const { drop, repeat, overtake } = weather();
      if (mayBeLost && random.chance(drop)) return tell.dropped();
      if (mayBeLost && random.chance(overtake)) {
        tell.overtaken();
        late(packet);
      } else deliver(packet);
      if (mayBeLost && random.chance(repeat)) {
        tell.repeated();
        if (random.chance(0.5)) deliver(packet);
        else late(packet);
      }
    },
    toServer: (packet) => {
      if (isCut) return;
      carry('server', () => {
        ends.server.take(packet);
      });
    },
    backlogBytes: () => (Date.now() < stalledUntil ? Math.max(0, waiting - kernelTakes) : 0),
    closeFrom: (end) => {
      const other = end === 'page' ? 'server' : 'page';
      open[end] = false;
      carry(other, () => {
        hangUp(other);
      });
      isCut = true;
    },
    breaks: () => {
      isCut = true;
      hangUp('page');
      hangUp('server');
    },
    goesSilent: () => {
      isSilent = true;
      isCut = true;
      setTimeout(() => {
        hangUp('server');
      }, serverGivesUpAfterMs);
    },
    stalls: (ms, kernel) => {
      stalledUntil = Math.max(stalledUntil, Date.now() + ms);
      kernelTakes = kernel;
    },
  };
}
