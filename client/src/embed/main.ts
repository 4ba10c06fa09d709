import { pageElapsed } from '../feed/page-elapsed.ts';
import { jitterMs } from '../feed/random.ts';
import { after } from '../feed/timer.ts';
import './embed.css';
import type { EmbedWorld } from './follow-pointer.ts';
import { followPointer } from './follow-pointer.ts';
import { readPointer } from './read-pointer.ts';
import { tellHeight } from './tell-height.ts';

/** A request that takes longer will be asked for again. */
const patienceMs = 10_000;
/** A newer page may itself come out of a cache for a while. */
const newPageMs = { least: 30_000, most: 90_000 };

const main = document.querySelector<HTMLElement>('#embed');
const { logId, seq, changesAt, protocolVersion } = main?.dataset ?? {};

const get = async (path: string): Promise<unknown> => {
  const response = await fetch(path, { signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return response.json();
};
/** Loads the page anew once it is there to be had: a figure that can be read is not given up for an error. */
const newPage = (): void => {
  after(jitterMs(newPageMs.least, newPageMs.most), () => {
    const isThere = fetch(window.location.href, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    isThere.then(
      (answer) => (answer.ok ? window.location.reload() : newPage()),
      () => newPage(),
    );
  });
};

/** What draws is fetched with the first figure that there is to draw: until then a page is what the server wrote. */
let renewal: Promise<EmbedWorld['renew']> | null = null;
let isLeft = false;
async function fetchRenewal(page: HTMLElement): Promise<EmbedWorld['renew']> {
  try {
    const { drawnIn } = await import('./drawn-in.ts');
    return drawnIn(page, get);
  } catch (error) {
    // A server of another build has it no more, and this page's browser asks for the same file only once.
    if (!isLeft) newPage();
    isLeft = true;
    throw error;
  }
}

if (main !== null) tellHeight(main);
if (main !== null && logId !== undefined) {
  const isSeen = (): boolean => document.visibilityState === 'visible';
  const follower = followPointer(
    {
      ...{ after, jitterMs, isSeen, elapsed: pageElapsed, onOtherVersion: newPage },
      readPointer: async () => readPointer(await get('/api/v1/pointer'), Number(protocolVersion)),
      renew: async (pointer, now) => {
        renewal ??= fetchRenewal(main).catch((error: unknown) => {
          renewal = null;
          throw error;
        });
        return (await renewal)(pointer, now);
      },
    },
    { logId, seq: Number(seq), changesAt: changesAt === '' ? null : Number(changesAt) },
  );
  document.addEventListener('visibilitychange', () => {
    if (isSeen()) follower.seen();
  });
}
