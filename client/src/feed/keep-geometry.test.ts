import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand';

import { smallPack } from './election-log.fixture.ts';
import { keepGeometry } from './keep-geometry.ts';
import type { FeedStore } from './store.ts';
import { emptyFeed } from './store.ts';

const topology = { type: 'Topology', objects: {}, arcs: [] };

function outlines(...answers: unknown[]) {
  const store = createStore<FeedStore>()(() => emptyFeed);
  const asked: string[] = [];
  const timers: (() => void)[] = [];
  const stop = keepGeometry(store, {
    get: (path) => {
      asked.push(path);
      const body = answers.shift();
      return body === undefined ? Promise.reject(new Error('away')) : Promise.resolve({ status: 200, body });
    },
    after: (_ms, run) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
    jitterMs: (least) => least,
  });
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { store, asked, timers, stop, settle };
}

describe('[FEED-40] the outlines of the areas', () => {
  it('are fetched beside the feed, again until they are there, and anew for another election', async () => {
    const page = outlines(undefined, topology, topology);
    expect(page.asked).toEqual([]);
    page.store.setState({ resolved: { ...smallPack, geometryPath: '/a.json' } });
    await page.settle();
    expect(page.store.getState().geometry).toBeNull();
    page.timers.shift()?.();
    await page.settle();
    expect(page.store.getState().geometry).toEqual(topology);
    page.store.setState({ resolved: { ...smallPack, geometryPath: '/b.json' }, geometry: null });
    await page.settle();
    expect(page.asked).toEqual(['/a.json', '/a.json', '/b.json']);
    page.stop();
  });

  it('are not asked for where the election has none', async () => {
    const page = outlines(topology);
    page.store.setState({ resolved: smallPack });
    await page.settle();
    expect(page.asked).toEqual([]);
  });
});
