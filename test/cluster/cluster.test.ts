import { isDeepStrictEqual } from 'node:util';

import { openPostgresLogStore } from '@yavka/server/storage/postgres-log-store';
import { figureIdOf } from '@yavka/shared/figures/figure';
import { applyEntries } from '@yavka/shared/log/apply-entry';
import type { Audience } from '@yavka/shared/log/audience';
import { audienceView } from '@yavka/shared/log/audience-view';
import type { CommandInput } from '@yavka/shared/log/command';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { Entry } from '@yavka/shared/log/entry';
import type { Lane } from '@yavka/shared/protocol/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { checkLog } from '../crash/check-log.ts';
import { registerTestDatabase } from '../postgres/test-database.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { seededRandom } from '../seeded-random.ts';
import type { ClusterNode } from './node.ts';
import { makeToken, revokeToken, startNode } from './node.ts';
import type { Page } from './open-page.ts';
import { openPage } from './open-page.ts';
import type { Person } from './person.ts';
import { personAt } from './person.ts';

/** One seed in the suite; more by `npm run soak:cluster`. */
const first = Number(process.env['SEED'] ?? 20_221_120);
const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 1) }, (_, index) => first + index);
/** How often each kind of trouble comes. */
const rounds = Number(process.env['ROUNDS'] ?? 1);
const people = 4;
const commandsARound = 6;
const pagesInAll = 60;
const embargoMs = 4_000;
/** How far the machines' dates are off. */
const skews = [-30_000, 0, 30_000];
/** A node's clock is off by half its way to the database: seconds on a machine that has no time for it, never so far. */
const uncertainMs = 15_000;

const database = registerTestDatabase();

/** What people say in the log can be told by its marker, which nothing else contains. */
const markerPattern = /mark-\d+-x/g;

/** Its kinds; which comes when, and to which node, is the seed's to say. */
type Trouble = 'killed' | 'refused' | 'silent';

interface Run {
  readonly random: SeededRandom;
  readonly nodes: readonly ClusterNode[];
  readonly pages: readonly Page[];
  readonly persons: readonly Person[];
  readonly sent: Set<string>;
  /** Resolves when so many commands more have been acknowledged. */
  acknowledged(count: number): Promise<void>;
}

let ends: (() => Promise<void> | void)[] = [];
beforeEach(() => {
  ends = [];
});
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  await database().run('DROP SCHEMA IF EXISTS yavka_live CASCADE; DROP SCHEMA IF EXISTS yavka_rehearsal CASCADE');
});

async function databaseTime(): Promise<number> {
  const [row] = await database().run('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at');
  return Number(row?.['at']);
}

async function startRun(seed: number): Promise<Run> {
  const random = seededRandom(seed);
  // All at once, on an empty database: one makes the schema, one opens the log.
  const nodes = await Promise.all(skews.map((skew) => startNode(database().url, skew, ['--live'])));
  for (const node of nodes) ends.push(() => node.stop());
  const token = await makeToken(random.pick(nodes), 'desk');
  const addresses = (): string[] => nodes.map(({ server }) => server.url);
  const seats: readonly { readonly audience: Audience; readonly lane: Lane }[] = [
    { audience: 'public', lane: 'public' },
    { audience: 'public', lane: 'air' },
    { audience: 'desk', lane: 'desk' },
    { audience: 'desk', lane: 'air' },
  ];
  const pages = Array.from({ length: pagesInAll }, (_, index) => {
    const seat = seats[index % seats.length] ?? { audience: 'public', lane: 'public' };
    const own = random.fork();
    const settings = { ...seat, scope: 'summary', ...(seat.audience === 'desk' ? { token } : {}) } as const;
    const page = openPage(settings, own, () => own.pick(addresses()));
    ends.push(() => {
      page.close();
    });
    return page;
  });
  let acks = 0;
  const waiting = new Set<{ readonly at: number; readonly resolve: () => void }>();
  const persons = Array.from({ length: people }, () =>
    personAt(random.fork(), token, addresses, () => {
      acks += 1;
      for (const each of [...waiting].filter(({ at }) => at <= acks)) {
        waiting.delete(each);
        each.resolve();
      }
    }),
  );
  await Promise.all(pages.map((page) => page.until(({ link }) => link.status === 'live')));
  return {
    ...{ random, nodes, pages, persons, sent: new Set() },
    acknowledged: (count) => new Promise((resolve) => waiting.add({ at: acks + count, resolve })),
  };
}

/** What one person does in a round: reports that all may read, and dispatches of which only some are let out. */
function writes(random: SeededRandom, name: string): CommandInput[] {
  const marker = (): string => `mark-${String(random.int(1, 2_000_000_000))}-x`;
  return Array.from({ length: commandsARound }, (_, index): CommandInput[] => {
    const id = `${name}-${String(index)}`;
    if (random.chance(0.5)) {
      const [station, status] = [random.pick(['w-1', 'e-1']), random.pick(['open', 'closed'] as const)];
      return [{ type: 'ReportStation', commandId: id, report: { station, status, asOf: 1, source: marker() } }];
    }
    const [claimant, officialResponse] = ['voters', 'asked'] as const;
    const dispatch = { dispatchId: `d-${id}`, area: 'TT-W', at: 1, claimant, officialResponse, source: marker() };
    const entered: CommandInput = { type: 'EnterDispatch', commandId: id, dispatch, text: marker() };
    return random.chance(0.5)
      ? [entered, { type: 'VerifyDispatch', commandId: `${id}-verify`, dispatchId: `d-${id}` }]
      : [entered];
  }).flat();
}

async function everyoneWrites({ random, persons, sent }: Run, round: string): Promise<void> {
  const plans = persons.map((_, index) => writes(random.fork(), `${round}-${String(index)}`));
  await Promise.all(
    persons.map(async (person, index) => {
      for (const command of plans[index] ?? []) {
        sent.add(command.commandId);
        await person.send(command);
      }
    }),
  );
}

/** Trouble for one node while everyone writes, begun when some of it was acknowledged, and over before this resolves. */
async function troubledRound(run: Run, trouble: Trouble, round: string): Promise<void> {
  const { server, cable } = run.random.pick(run.nodes);
  const some = run.acknowledged(run.random.int(1, 8));
  const written = everyoneWrites(run, round);
  await some;
  if (trouble === 'killed') await server.kill('SIGKILL');
  else cable.cut(trouble);
  await written;
  if (trouble === 'killed') await server.restart();
  else cable.mend();
}

/** Figures at once released, never verified, held without an end, and held until an instant that comes in the trouble. */
async function enterFigures({ random, persons, sent }: Run, until: number): Promise<Record<string, string>> {
  const send = async (command: CommandInput): Promise<void> => {
    sent.add(command.commandId);
    await random.pick(persons).send(command);
  };
  const markers: Record<string, string> = {};
  const figures = [
    { name: 'released', area: 'TT-W', cutoff: '12:00', hundredths: 2_010 },
    { name: 'unverified', area: 'TT-E', cutoff: '12:00', hundredths: 2_123 },
    { name: 'held', area: 'TT-E', cutoff: '18:00', hundredths: 4_234 },
    { name: 'embargoed', area: 'TT-W', cutoff: '18:00', hundredths: 4_345 },
  ];
  for (const { name, area, cutoff, hundredths } of figures) {
    const source = `mark-${String(hundredths)}-x`;
    markers[name] = source;
    const turnout = { min: hundredths, max: hundredths };
    await send({
      ...{ type: 'EnterFigure', commandId: `figure-${name}`, area, cutoff, turnout, ballots: null },
      ...{ status: 'preliminary', source },
    });
    const figureId = figureIdOf({ source: 'board', measure: 'ballots-issued', cutoff, area });
    if (name === 'held' || name === 'embargoed') {
      await send({
        ...{ type: 'Withhold', commandId: `withhold-${name}`, withholdingId: `w-${name}`, reason: 'embargo' },
        ...{ target: { kind: 'figure', figureId }, until: name === 'held' ? null : until },
      });
    }
    if (name !== 'unverified')
      await send({ type: 'VerifyFigures', commandId: `verify-${name}`, refs: [{ figureId, revision: 1 }] });
  }
  return markers;
}

/** From which seq each marker may be read by everybody: from the first entry that says it to the public. */
function publicSince(entries: readonly Entry[]): Map<string, number> {
  const open = new Set(['figures.released', 'station.reported', 'dispatch.released']);
  const since = new Map<string, number>();
  for (const { seq, payload } of entries) {
    if (!open.has(payload.type)) continue;
    for (const [marker] of JSON.stringify(payload).matchAll(markerPattern))
      if (!since.has(marker)) since.set(marker, seq);
  }
  return since;
}

describe('three servers over one database', () => {
  it.each(seeds)(
    '[NODE-4][LOG-26][SIM-3][FIG-5][CLK-3] lose, repeat and let out nothing through kills, cut cables and wrong dates, seed %i',
    async (seed) => {
      const began = await databaseTime();
      const run = await startRun(seed);
      const { random, nodes, pages, persons } = run;
      const store = await openPostgresLogStore({ url: database().url, mode: 'live' });
      ends.push(() => store.close());

      await everyoneWrites(run, 'calm');
      const until = (await store.storeTime()) + embargoMs;
      const markers = await enterFigures(run, until);
      const troubles = Array.from({ length: rounds }, (): Trouble[] => ['killed', 'refused', 'silent']).flat();
      for (const [index, trouble] of random.shuffled(troubles).entries()) {
        await troubledRound(run, trouble, `round-${String(index)}`);
      }
      const desk = pages.find(({ settings }) => settings.audience === 'desk');
      await desk?.until(({ state }) => state?.withholdings['w-embargoed']?.lifted === true);

      // Whoever holds a token that is revoked on one node is cut off on all.
      const doomed = await makeToken(random.pick(nodes), 'doomed');
      const cutOff = nodes.map(({ server }) =>
        openPage({ audience: 'desk', lane: 'desk', scope: 'summary', token: doomed }, random.fork(), () => server.url),
      );
      for (const page of cutOff) ends.push(() => page.close());
      await Promise.all(cutOff.map((page) => page.until(({ link }) => link.status === 'live')));
      await revokeToken(random.pick(nodes), 'doomed');
      await Promise.all(cutOff.map((page) => page.until(({ link }) => link.reason === 'notAllowed')));

      // Everyone comes to the head of the one log.
      const head = await store.currentLog();
      if (head === null) throw new Error('there is no log');
      const atHead = (seq: number, logId: string): boolean => seq === head.seq && logId === head.logId;
      await Promise.all(
        pages.map((page) => page.until(({ state }) => state !== null && atHead(state.seq, state.logId))),
      );
      const entries = await store.read(head.logId, 0, 100_000);
      const ofServer = entries.filter(({ actor }) => actor.role === 'system').map(({ commandId }) => commandId);
      const acknowledged = persons.flatMap((person) => person.acknowledged);
      const all = new Set([...run.sent, ...ofServer]);
      const checked = await checkLog(store, head.logId, acknowledged, all);
      expect(checked.problems).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(people * commandsARound * troubles.length);
      expect(persons.flatMap(({ refused }) => [...refused])).toEqual([]);
      expect(await store.listLogs()).toEqual([head.logId]);

      for (const audience of ['desk', 'public'] as const) {
        const fold = applyEntries(
          emptyState(),
          entries.map((entry) => audienceView(entry, audience)),
        );
        const differing = pages
          .filter(({ settings }) => settings.audience === audience)
          .filter((page) => !isDeepStrictEqual(page.state(), fold));
        expect(differing.length, `pages of the ${audience} that show something else`).toBe(0);
      }

      // The embargo ended once, when the database's clock had come to it, whatever the machines' dates said.
      const lifted = entries.filter(({ payload }) => payload.type === 'withholding.lifted');
      const out = entries.filter(
        ({ payload }) =>
          payload.type === 'figures.released' && JSON.stringify(payload).includes(markers['embargoed'] ?? ''),
      );
      expect([lifted.length, out.length]).toEqual([1, 1]);
      expect(out[0]?.recordedAt).toBeGreaterThanOrEqual(until);
      const ended = await databaseTime();
      const times = entries.map(({ recordedAt }) => recordedAt);
      expect(Math.min(...times)).toBeGreaterThan(began - uncertainMs);
      expect(Math.max(...times)).toBeLessThan(ended + uncertainMs);

      const since = publicSince(entries);
      const spilt = pages.flatMap(({ came }) =>
        came.flatMap(({ seq, text }) =>
          [...text.matchAll(markerPattern)].filter(([marker]) => (since.get(marker) ?? Infinity) > seq).map(String),
        ),
      );
      expect(spilt).toEqual([]);
      expect(since.has(markers['released'] ?? '')).toBe(true);
      expect([since.has(markers['held'] ?? ''), since.has(markers['unverified'] ?? '')]).toEqual([false, false]);
      const searched = pages.flatMap(({ came }) => came).length;
      expect(searched).toBeGreaterThan(pagesInAll);
    },
  );
});
