import type { LogStore } from '@yavka/server/storage/log-store';
import type { Entry } from '@yavka/shared/log/entry';

/** Follows a log, and resolves with everything delivered once the entry `untilSeq` has come; goes on until stopped. */
export function followToEnd(
  store: LogStore,
  logId: string,
  afterSeq: number,
  untilSeq: number,
  onEntries: (entries: Entry[]) => void = () => undefined,
): { readonly entries: Promise<Entry[]>; readonly stop: () => void } {
  const delivered: Entry[] = [];
  let stop = (): void => undefined;
  const entries = new Promise<Entry[]>((resolve, reject) => {
    stop = store.follow(
      logId,
      afterSeq,
      (batch) => {
        onEntries(batch);
        delivered.push(...batch);
        if ((batch.at(-1)?.seq ?? 0) >= untilSeq) resolve(delivered);
      },
      reject,
    );
  });
  // A failure is for whoever awaits it, and he may come later.
  entries.catch(() => undefined);
  return { entries, stop };
}
