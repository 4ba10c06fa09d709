/** A cached pointer is at most two seconds old, a slow reader's request some more: whatever it names is still answered. */
const namedForMs = 60_000;
/** Places nearer to each other in time than this are told by the earlier of them. */
const stepMs = 1_000;

/** Which places of the public's log a pointer somewhere may still name. */
export interface NamedPlaces {
  /** This is what a pointer names now. */
  name(logId: string, seq: number): void;
  /** The first place of the log that may still be asked for; null where nothing of it was named here. */
  oldest(logId: string): number | null;
}

/** @param elapsed milliseconds that the machine has counted */
export function namedPlaces(elapsed: () => number): NamedPlaces {
  let log = '';
  let places: { readonly seq: number; readonly since: number }[] = [];
  const forget = (): void => {
    // What was named when the minute began still was during it.
    const begins = places.findLastIndex(({ since }) => since <= elapsed() - namedForMs);
    if (begins > 0) places = places.slice(begins);
  };
  return {
    name: (logId, seq) => {
      if (logId !== log) [log, places] = [logId, []];
      const last = places.at(-1);
      if (last !== undefined && (last.seq === seq || elapsed() - last.since < stepMs)) return;
      places.push({ seq, since: elapsed() });
      forget();
    },
    oldest: (logId) => {
      if (logId !== log) return null;
      forget();
      return places[0]?.seq ?? null;
    },
  };
}
