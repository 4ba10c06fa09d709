import type { Seat } from './seat.ts';

/** Who sits, by how they are served: nobody who is served at once waits while thousands who are not are passed over. */
export interface Seating {
  readonly all: ReadonlySet<Seat>;
  /** Air and desk. */
  readonly urgent: ReadonlySet<Seat>;
  /** The public. */
  readonly calm: ReadonlySet<Seat>;
  take(seat: Seat): void;
  /** Marks the seat as left, for whatever still waits to be sent to it. */
  leave(seat: Seat): void;
}

export function seating(): Seating {
  const [all, urgent, calm] = [new Set<Seat>(), new Set<Seat>(), new Set<Seat>()];
  const partOf = (seat: Seat): Set<Seat> => (seat.lane === 'public' ? calm : urgent);
  return {
    all,
    urgent,
    calm,
    take: (seat) => {
      all.add(seat);
      partOf(seat).add(seat);
    },
    leave: (seat) => {
      seat.left = true;
      all.delete(seat);
      partOf(seat).delete(seat);
    },
  };
}
