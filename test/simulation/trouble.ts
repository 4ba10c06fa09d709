import type { FeedSettings } from '@yavka/client/feed/feed-driver';

import type { Page } from './page.ts';
import { fullBytes } from './page.ts';
import type { World } from './world.ts';

/** What may go wrong between two commands. */
export interface Trouble {
  strikes(): void;
  /** Everybody is up and serves the log in use. */
  isOver(): Promise<void>;
}

export function trouble(world: World, pages: readonly Page[], nodeNames: readonly string[]): Trouble {
  const { tally, time, nodes } = world;
  const random = world.random.fork();
  let underWay: Promise<void> = Promise.resolve();
  let logs = 1;
  /** One thing at a time happens to the servers. */
  const inTurn = (deed: () => Promise<void>): void => {
    underWay = underWay.then(deed);
  };
  const later = async (most: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, random.int(1, most));
    });

  const restart = async (isKilled: boolean): Promise<void> => {
    const name = random.pick(nodeNames);
    const node = nodes.get(name);
    if (node === undefined) return;
    nodes.delete(name);
    tally.add(isKilled ? 'nodes killed' : 'nodes stopped');
    await (isKilled ? node.die() : node.stop());
    await later(6_000);
    await world.startNode(name);
  };

  /** A seek: another log is built beside the one in use, and every node changes over when it hears of it. */
  const swapLog = async (): Promise<void> => {
    const builder = world.anyNode();
    if (builder === null) return;
    const logId = `log-${String((logs += 1))}`;
    await world.openLog(logId, false);
    const session = await builder.openSession(logId, 1);
    await Promise.all(
      world.resolved.pack.areas.slice(0, 3).map(async ({ id }, index) => {
        const cutoff = world.resolved.pack.cutoffs[0]?.id ?? '';
        const value = world.markers.turnout(0);
        const actor = { role: 'replay' as const, id: 'replay' };
        const source = world.resolved.pack.commission.id;
        const commandId = `seek${String(index)}`;
        await session.queue.submit(
          {
            type: 'EnterFigure',
            commandId,
            area: id,
            cutoff,
            turnout: { min: value, max: value },
            ballots: null,
            status: 'preliminary',
            source: 'replay',
            overrides: [],
          },
          actor,
        );
        const refs = [{ figureId: `${source}/ballots-issued/${cutoff}/${id}`, revision: 1 }];
        await session.queue.submit({ type: 'VerifyFigures', commandId: `${commandId}v`, refs }, actor);
      }),
    );
    await world.store.useLog(logId);
    tally.add('logs swapped');
    await builder.swap(session);
    for (const node of nodes.values()) {
      if (node === builder) continue;
      await later(3_000);
      await changeOver(node);
    }
  };

  const changeOver = async (node: NonNullable<ReturnType<typeof nodes.get>>): Promise<void> => {
    const head = await world.store.currentLog();
    if (head === null || node.place().logId === head.logId) return;
    await node.swap(await node.openSession(head.logId, head.seq));
  };

  /** A token is taken back; whoever sat there signs in anew or reads on as everybody does. */
  const revoke = async (): Promise<void> => {
    const signedIn = pages.filter(({ settings }) => settings.token !== undefined);
    const node = world.anyNode();
    if (node === null || signedIn.length === 0) return;
    const page = random.pick(signedIn);
    const { token = '' } = page.settings;
    await world.revoke(token, node);
    await later(4_000);
    if (random.chance(0.5)) page.reload({ ...page.settings, token: await world.newToken() });
    else page.follows(signedOut(page.settings));
  };

  /** Somebody signs out, somebody else signs in, without loading the page again. */
  const changeAudience = async (): Promise<void> => {
    const page = random.pick(pages.filter(({ settings }) => settings.expects === undefined));
    const { settings } = page;
    if (settings.audience === 'desk') {
      tally.add('desks signed out');
      page.follows(signedOut(settings));
    } else {
      tally.add('desks signed in');
      const lane = random.pick(['desk', 'air', 'public'] as const);
      page.follows({ ...settings, audience: 'desk', lane, token: await world.newToken() });
    }
  };

  const changeScope = (): void => {
    const page = random.pick(pages);
    const area = random.pick(world.resolved.pack.areas).id;
    tally.add('scopes changed');
    page.follows({ ...page.settings, scope: random.chance(0.5) ? 'summary' : `stations:${area}` });
  };

  const readsFail = (): void => {
    // As with a page behind a proxy that fails, whatever its socket does.
    random.pick(pages).readsFail(random.int(3_000, 12_000), random.pick(['refused', 'left hanging'] as const));
  };

  const deeds: readonly (readonly [weight: number, deed: () => void])[] = [
    [
      8,
      () => {
        tally.add('lines broken');
        random.pick(pages).line()?.breaks();
      },
    ],
    [
      4,
      () => {
        tally.add('lines silent');
        random.pick(pages).line()?.goesSilent();
      },
    ],
    [
      6,
      () => {
        tally.add('lines stalled');
        const kernel = random.chance(0.5) ? -2 * fullBytes : random.int(0, 20_000);
        random.pick(pages).line()?.stalls(random.int(500, 12_000), kernel);
      },
    ],
    [
      3,
      () => {
        tally.add('pages offline');
        random.pick(pages).goesOffline(random.int(500, 6_000));
      },
    ],
    [3, () => random.pick(pages).tabReturns()],
    [2, () => random.pick(pages).reload()],
    [
      2,
      () => {
        tally.add('followings broken');
        world.anyNode()?.breaksFollowing();
      },
    ],
    [4, readsFail],
    [3, changeScope],
    [3, () => inTurn(changeAudience)],
    [
      3,
      () => {
        tally.add('nodes cut off from the store');
        world.anyNode()?.isCutOff(random.int(2_000, 20_000));
      },
    ],
    [
      2,
      () => {
        tally.add('clocks moved');
        world.anyNode()?.clockIsSet();
      },
    ],
    [3, () => inTurn(revoke)],
    [2, () => inTurn(async () => restart(false))],
    [2, () => inTurn(async () => restart(true))],
    [3, () => inTurn(swapLog)],
  ];

  return {
    strikes: () => {
      let drawn = random.int(
        1,
        deeds.reduce((sum, [weight]) => sum + weight, 0),
      );
      deeds.find(([weight]) => (drawn -= weight) <= 0)?.[1]();
    },
    isOver: async () => {
      inTurn(async () => {
        for (const node of nodes.values()) await changeOver(node);
      });
      await time.passesUntil(underWay);
    },
  };
}

function signedOut({ token: _token, ...settings }: FeedSettings): FeedSettings {
  return { ...settings, audience: 'public', lane: 'public' };
}
