import type { EmbedStanding } from '@yavka/client/embed/follow-pointer';
import { followPointer } from '@yavka/client/embed/follow-pointer';
import { readPointer } from '@yavka/client/embed/read-pointer';
import { embedRenewal } from '@yavka/client/embed/renew-embed';
import { embedKinds, embedPathOf, embedRequestOf } from '@yavka/shared/embeds/embed-request';
import type { EmbedRequest } from '@yavka/shared/embeds/embed-request';
import { languages } from '@yavka/shared/ids';

import type { SeededRandom } from '../seeded-random.ts';
import type { EdgeAnswer } from './shared-cache.ts';

/** Time that many readers share and that passes only as the test says; what they ask of the network takes real time. */
export function sharedTime() {
  let now = 0;
  let number = 0;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  const underway = new Set<Promise<unknown>>();
  const settled = async (): Promise<void> => {
    do {
      await Promise.allSettled(underway);
      await new Promise((resolve) => setImmediate(resolve));
    } while (underway.size > 0);
  };
  const track = <Result>(work: Promise<Result>): Promise<Result> => {
    underway.add(work);
    const isDone = (): void => void underway.delete(work);
    work.then(isDone, isDone);
    return work;
  };
  const after = (ms: number, run: () => void): (() => void) => {
    number += 1;
    const own = number;
    timers.set(own, { at: now + ms, run });
    return () => timers.delete(own);
  };
  const passes = async (ms: number): Promise<void> => {
    const end = now + ms;
    await settled();
    for (;;) {
      const next = Math.min(...[...timers.values()].map(({ at }) => at));
      if (!(next <= end)) break;
      now = next;
      for (const [own, { at, run }] of timers) {
        if (at > now) continue;
        timers.delete(own);
        run();
      }
      await settled();
    }
    now = end;
  };
  return { now: () => now, after, passes, track };
}

/** One reader of an article: what stands in its frame, and what went wrong. */
export interface Reader {
  readonly request: EmbedRequest;
  html: string;
  /** How often another plate was put up. */
  changes: number;
  failures: number;
}

/** Opens an embed as a browser does: its page, what the page names, and then the product's own following. */
export async function openReader(
  time: Pick<ReturnType<typeof sharedTime>, 'now' | 'after' | 'track'>,
  get: (path: string) => Promise<EdgeAnswer>,
  random: SeededRandom,
  election: string,
): Promise<Reader> {
  const path = embedPathOf({
    ...{ kind: random.pick(embedKinds), lang: random.pick(languages), theme: 'ink', at: null, expects: null },
    election,
  });
  const request = embedRequestOf(...partsOf(path));
  if (request === null) throw new Error(path);
  const page = await get(path);
  if (page.status !== 200) throw new Error(`${path}: ${String(page.status)}`);
  const assets = [...page.body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, asset]) => asset ?? '');
  await Promise.all(assets.map(get));
  const told = (name: string): string => new RegExp(`data-${name}="([^"]*)"`).exec(page.body)?.[1] ?? '';
  const begun: EmbedStanding = {
    logId: told('log-id'),
    seq: Number(told('seq')),
    changesAt: told('changes-at') === '' ? null : Number(told('changes-at')),
  };
  const reader: Reader = {
    request,
    html: /<article.*<\/article>/s.exec(page.body)?.[0] ?? '',
    changes: 0,
    failures: 0,
  };
  const getJson = async (asked: string): Promise<unknown> => {
    const answer = await time.track(get(asked)).catch((error: unknown) => {
      reader.failures += 1;
      throw error;
    });
    if (answer.status !== 200) {
      reader.failures += 1;
      throw new Error(`${asked}: ${String(answer.status)}`);
    }
    return JSON.parse(answer.body) as unknown;
  };
  followPointer(
    {
      readPointer: async () => readPointer(await getJson('/api/v1/pointer'), Number(told('protocol-version'))),
      after: time.after,
      elapsed: time.now,
      jitterMs: (least, most) => random.int(Math.round(least), Math.round(most)),
      isSeen: () => true,
      renew: embedRenewal(request, getJson, ({ html }) => {
        reader.changes += 1;
        reader.html = html;
      }),
      onOtherVersion: () => (reader.failures += 1),
    },
    begun,
  );
  return reader;
}

function partsOf(address: string): [string, Record<string, string>] {
  const url = new URL(address, 'http://edge');
  return [url.pathname, Object.fromEntries(url.searchParams)];
}
