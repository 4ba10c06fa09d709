import type { CodeWait } from './await-code.ts';
import { codeAwaiting } from './await-code.ts';
import { CodeMissing } from './fetch-code.ts';
import { getJson } from './get-json.ts';
import { jitterMs } from './random.ts';
import { useFeed } from './store.ts';
import { tabMemory } from './tab-memory.ts';
import { after } from './timer.ts';

const reloadedForCode = 'yavka.reloadedForCode';

const awaitCode = codeAwaiting({
  ...{ get: getJson, after, jitterMs },
  onLinkBack: (run) => {
    window.addEventListener('online', run);
    const forget = useFeed.subscribe(({ link }, before) => {
      if (link.status === 'live' && before.link.status !== 'live') run();
    });
    return () => {
      window.removeEventListener('online', run);
      forget();
    };
  },
  reload: () => window.location.reload(),
  remembered: () => tabMemory.recall(reloadedForCode),
  remember: (addresses) => tabMemory.keep(reloadedForCode, addresses),
});

/** Waits where `error` is code that did not come, and calls `again` when it may come; null for any other error. */
export function awaitMissingCode(error: unknown, again: () => void): CodeWait | null {
  return error instanceof CodeMissing ? awaitCode(error.address, again) : null;
}
