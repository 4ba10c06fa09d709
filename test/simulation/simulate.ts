import type { FeedSettings } from '@yavka/client/feed/feed-driver';
import { isCorrection } from '@yavka/shared/figures/figure';
import type { Entry } from '@yavka/shared/log/entry';
import type { Payload } from '@yavka/shared/log/payload';
import { expect } from 'vitest';

import type { Shown } from './check-run.ts';
import { checkAcknowledged, checkChains, checkEmbargoes, checkErased, checkShown, checkTold } from './check-run.ts';
import type { DeskPost } from './desk-post.ts';
import { deskPost } from './desk-post.ts';
import type { Weather } from './line.ts';
import { fairWeather } from './line.ts';
import type { StoreMood } from './node-store.ts';
import { calmStore } from './node-store.ts';
import type { Page } from './page.ts';
import { openPage } from './page.ts';
import type { Person } from './person.ts';
import { person } from './person.ts';
import { findSpills } from './public-bytes.ts';
import { readsAround } from './public-reader.ts';
import { releaseHistoryOf } from './release-history.ts';
import type { RestlessReader } from './restless-reader.ts';
import { restlessReader } from './restless-reader.ts';
import { seededRandom } from '../seeded-random.ts';
import { simPack } from './sim-pack.ts';
import type { Tally } from './tally.ts';
import { deedsOfEveryRun } from './tally.ts';
import { trouble } from './trouble.ts';
import { virtualTime } from './virtual-time.ts';
import type { World } from './world.ts';
import { openWorld } from './world.ts';

const foulWeather: Weather = { slowest: 120, drop: 0.05, repeat: 0.08, overtake: 0.03 };
const moodyStore: StoreMood = { slowest: 25, failBefore: 0.03, failAfter: 0.03, lateness: 250 };
/**
 * Longer than any embargo, and than what may befall a page one after another once the last trouble has struck: a node cut
 * off from the store for 20 s, or reads that fail for 12 s and a fetch that hangs for 15 s more, then twice the longest
 * wait before a page comes back, as its join after the first may be sent away to fetch another log.
 */
const calmMs = 50_000;
/** Enough for all that is under way to arrive, and less than to the heartbeat that would mend what did not. */
const fairMs = 3_000;
const dayBegins = 1_684_652_400_000;

/**
 * One run: people at two desks write through two nodes over one store while lines break, nodes die and the log is
 * swapped; then the weather clears and everything must have come out right. All that happens is drawn from `seed`.
 */
export async function simulate(seed: number, steps: number): Promise<Tally> {
  const resolved = await simPack();
  const time = virtualTime(dayBegins);
  try {
    const world = await openWorld(seededRandom(seed), time, resolved);
    await world.openLog('log-1', true);
    const nodeNames = world.random.chance(0.25) ? ['east', 'west', 'north'] : ['east', 'west'];
    if (nodeNames.length > 2) world.tally.add('third nodes');
    for (const name of nodeNames) await time.passesUntil(world.startNode(name));
    const shown: Shown[] = [];
    const pages = await openPages(world, shown);
    const desks = await openDesks(world, pages);
    const troubles = trouble(world, pages, nodeNames);
    const restless = restlessReader(world, await world.newToken());
    await time.passes(fairMs);
    for (let each = 0; each < steps / 6; each += 1) await doSomething(world, desks);
    await time.passes(fairMs);
    checkFairWeather(world, pages);
    world.weather = foulWeather;
    world.mood = moodyStore;
    for (let each = 0; each < steps; each += 1) {
      await doSomething(world, desks);
      if (world.random.chance(0.15)) troubles.strikes();
      if (world.random.chance(0.2)) restless.asks();
    }
    world.weather = fairWeather;
    world.mood = calmStore;
    await troubles.isOver();
    await time.passes(calmMs);
    await checkRun(world, pages, shown, desks, restless);
    restless.close();
    for (const page of pages) page.close();
    for (const node of world.nodes.values()) await time.passesUntil(node.stop());
    return world.tally;
  } finally {
    time.end();
  }
}

async function openPages(world: World, shown: Shown[]): Promise<Page[]> {
  const open = { audience: 'public', scope: 'summary' } as const;
  const desk = { audience: 'desk', scope: 'summary' } as const;
  const someArea = world.resolved.pack.areas[1]?.id ?? '';
  const kinds: readonly (readonly [name: string, settings: FeedSettings])[] = [
    ['board', { ...open, lane: 'public' }],
    ['another board', { ...open, lane: 'public' }],
    ['screen', { ...open, lane: 'air', expects: 'rehearsal' }],
    ['stations', { ...open, lane: 'public', scope: `stations:${someArea}` }],
    ['desk', { ...desk, lane: 'desk', token: await world.newToken() }],
    ['second desk', { ...desk, lane: 'air', token: await world.newToken() }],
  ];
  return kinds.map(([name, settings]) =>
    openPage(world, name, settings, (state, before, followed) => {
      if (before?.logId === state.logId && state.seq < before.seq) {
        throw new Error(`${name} went back from ${String(before.seq)} to ${String(state.seq)}`);
      }
      shown.push({ name, settings: followed, state });
    }),
  );
}

interface Desk {
  readonly somebody: Person;
  readonly page: Page;
  readonly post: DeskPost;
}

async function openDesks(world: World, pages: readonly Page[]): Promise<Desk[]> {
  const seen = pages.filter(({ settings }) => settings.audience === 'desk');
  return Promise.all(
    ['a', 'b', 'c'].map(async (name, index) => {
      const page = seen[index % seen.length];
      if (page === undefined) throw new Error('no desk is open');
      return { somebody: person(name, world), page, post: deskPost(name, world, await world.newToken()) };
    }),
  );
}

async function doSomething(world: World, desks: readonly Desk[]): Promise<void> {
  await world.time.passes(world.random.int(0, 300));
  const { somebody, page, post } = world.random.pick(desks);
  // What it shows as the public, somebody who has just signed out, is old to a desk, and served all the same.
  const state = page.state();
  if (world.random.chance(0.05)) post.sendAgain();
  else if (state !== null) post.send(somebody.wishes(state));
  if (world.random.chance(0.25)) readsAround(world);
}

/** Where nothing goes wrong, one snapshot and one join bring a page everything: the deltas leave nothing out. */
function checkFairWeather({ tally }: World, pages: readonly Page[]): void {
  const once = { joins: pages.length, 'snapshots fetched': pages.length };
  expect({ joins: tally.of('joins'), 'snapshots fetched': tally.of('snapshots fetched') }, 'in fair weather').toEqual(
    once,
  );
}

async function checkRun(
  world: World,
  pages: readonly Page[],
  shown: readonly Shown[],
  desks: readonly Desk[],
  restless: RestlessReader,
): Promise<void> {
  const logIds = await world.store.listLogs();
  const logs = new Map<string, Entry[]>();
  for (const logId of logIds) logs.set(logId, await world.wholeLog(logId));
  const head = await world.store.currentLog();
  expect(
    pages.map((page) => [page.name, page.status().status, page.state()?.logId, page.state()?.seq]),
    'when the weather is fair again, everybody has everything',
  ).toEqual(pages.map((page) => [page.name, 'live', head?.logId, head?.seq]));
  expect(
    desks.reduce((sum, { post }) => sum + post.open(), 0),
    'every command has its answer',
  ).toBe(0);
  checkShown(shown, logs, world);
  checkTold(restless, logs, world);
  await checkChains(world, logs);
  const acknowledged = desks.flatMap(({ post }) => post.acknowledged);
  checkAcknowledged(acknowledged, logs);
  await checkErased(world, logs, acknowledged);
  checkEmbargoes(logs, head?.logId ?? '', world);
  const words = new Map(desks.flatMap(({ post }) => [...post.dispatchWords]));
  expect(findSpills(world.sentToPublic, world.markers.issued(), logs, words), 'unreleased and public').toEqual([]);
  expect(world.unreadable, 'answers are what they say they are').toEqual([]);
  expect(world.sentToRevoked, 'sent to somebody whose token was taken back').toEqual([]);
  countDeeds(world.tally, logs);
  expect(world.tally.missing(deedsOfEveryRun), 'a run that tried nothing proves nothing').toEqual([]);
}

function countDeeds(tally: Tally, logs: ReadonlyMap<string, readonly Entry[]>): void {
  for (const entries of logs.values()) {
    for (const { payload } of entries) countDeed(tally, payload);
    const { revisions, contradictions } = releaseHistoryOf(entries);
    for (const { released } of revisions) {
      tally.add(released === Infinity ? 'unreleased figures hidden' : 'figures shown to the public');
    }
    for (const { released } of contradictions)
      if (released !== Infinity) tally.add('contradictions shown to the public');
  }
}

function countDeed(tally: Tally, payload: Payload): void {
  switch (payload.type) {
    case 'figure.entered':
      tally.add(payload.revision.kind === 'refined' ? 'figures refined' : 'figures entered');
      if (payload.revision.overrides.length > 0) tally.add('figures overridden');
      break;
    case 'figure.corrected':
      if (isCorrection(payload.revision.kind)) tally.add(`corrected: ${payload.revision.kind}`);
      if (payload.revision.basis?.startsWith('list') === true) tally.add('electorates corrected to');
      break;
    case 'figure.confirmed':
      tally.add('figures confirmed');
      break;
    case 'figure.contradicted':
      tally.add('figures contradicted');
      break;
    case 'release.withheld':
      tally.add(`withheld: ${payload.target.kind}, ${payload.until === null ? 'hold' : 'embargo'}`);
      break;
    case 'withholding.lifted':
      if (payload.due) tally.add('ReleaseDue accepted');
      break;
    case 'dispatch.answered':
      tally.add('dispatches answered');
      break;
    case 'dispatch.released':
      tally.add('dispatches released');
      break;
    case 'dispatch.textErased':
      tally.add(
        payload.unreleased ? 'dispatches erased before their release' : 'dispatches erased after their release',
      );
      break;
    default:
  }
}
