import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { composeAnnouncement } from '@yavka/shared/announcement/compose-announcement';
import { figureIdOf } from '@yavka/shared/figures/figure';
import type { RecordedAnnouncement } from '@yavka/shared/pack/recorded-day';
import { snapshotSchema } from '@yavka/shared/protocol/wire';
import type { Page } from '@playwright/test';

import { layCable } from '../cable.ts';
import type { RecordedElection } from '../e2e/recorded-election.ts';
import { sendCommand } from '../e2e/send-command.ts';
import type { RunningServer } from '../e2e/server.ts';
import { startServer } from '../e2e/server.ts';

/** A server that stands at a state of the day, for as many pictures as are wanted of it. */
export interface StandingState {
  readonly server: RunningServer;
  /** The address of a page, with what the state itself adds to it. */
  readonly address: (to: string, search: Readonly<Record<string, string>>) => string;
  end(): Promise<void>;
}

/** A state of the election day that a reader may meet. */
export interface ElectionState {
  readonly name: string;
  stand(election: RecordedElection): Promise<StandingState>;
  /** What is done to a page that has been drawn whole, and awaited of it; what it answers undoes it. */
  readonly disturb?: (page: Page) => Promise<void>;
  /** Where pages go by a cable that can be cut, each by its own. */
  readonly isByCable?: true;
}

const standing = (server: RunningServer, end: () => Promise<void>, more: Readonly<Record<string, string>> = {}) => ({
  server,
  address: (to: string, search: Readonly<Record<string, string>>): string =>
    `${server.url}${to}?${new URLSearchParams({ ...search, ...more }).toString()}`,
  end,
});

/** The replayed day as it stands at a time. */
const at = (name: string, time: string): ElectionState => ({
  name,
  stand: async () => {
    const server = await startServer({ args: ['--rehearsal', '--at', time] });
    return standing(server, server.stop);
  },
});

/**
 * The day as it was replayed until one time, and from another on in the hands of people: the clock stands at `now`, and
 * nothing has been announced between but what `then` does.
 */
const inHands = (
  name: string,
  { until, now }: { readonly until: string; readonly now: string },
  then: (server: RunningServer, election: RecordedElection) => Promise<void>,
): ElectionState => ({
  name,
  stand: async (election) => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yavka-stills-'));
    const replayed = await startServer({ args: ['--rehearsal', '--at', until], dataDir });
    await replayed.stop();
    const server = await startServer({ args: ['--rehearsal', '--no-replay', '--at', now], dataDir });
    const end = async (): Promise<void> => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
    try {
      await then(server, election);
    } catch (error) {
      await end();
      throw error;
    }
    return standing(server, end);
  },
});

async function enter(
  server: RunningServer,
  election: RecordedElection,
  recorded: RecordedAnnouncement,
  beforeVerifying: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const { id: announcementId, cutoff, status } = recorded;
  const text = composeAnnouncement(recorded, election.pack);
  const source = election.pack.commission.names[recorded.language];
  await sendCommand(server, { type: 'EnterAnnouncement', announcementId, text, source, cutoff, status });
  await beforeVerifying();
  await sendCommand(server, { type: 'VerifyAnnouncement', announcementId });
}

/** The announcement in words of the evening and the list that follows it, of one cutoff: the day's own pair. */
function eveningPair({ announcements }: RecordedElection): readonly [RecordedAnnouncement, RecordedAnnouncement] {
  const list = announcements.find(({ cutoff }, index) => announcements[index - 1]?.cutoff === cutoff);
  const words = announcements.find(({ cutoff }) => cutoff === list?.cutoff);
  if (list === undefined || words === undefined) throw new Error('no two announcements of one cutoff in the pack');
  return [words, list];
}

const isExact = ({ turnout }: RecordedAnnouncement['areas'][number]): boolean => turnout.min === turnout.max;
const figureOf = (election: RecordedElection, area: string): string => {
  const { cutoff } = eveningPair(election)[1];
  return figureIdOf({ source: election.pack.commission.id, measure: 'ballots-issued', cutoff, area });
};

/** Another value for the country, and one for the first region, with their kinds. */
async function correct(server: RunningServer, election: RecordedElection): Promise<void> {
  const [, list] = eveningPair(election);
  const region = list.areas[0];
  const national = list.national.turnout?.min;
  const { electorate } = list.national;
  if (region === undefined || national === undefined || electorate === null)
    throw new Error('the list has no figures to correct');
  const { figures } = (await (await fetch(`${server.url}/api/v1/figures?cutoff=${list.cutoff}`)).json()) as {
    figures: { key: { area: string }; revisions: { revision: number }[] }[];
  };
  const revisionOf = (area: string): number =>
    figures.find(({ key }) => key.area === area)?.revisions.at(-1)?.revision ?? 1;
  const more = national + 2;
  const ballots = Math.round((electorate * more) / 10_000);
  for (const [area, value, count, kind, reason] of [
    [election.pack.root, more, ballots, 'source-correction', 'Комиссия прислала уточнённое число.'],
    [region.area, region.turnout.min - 60, null, 'typo', 'Опечатка оператора: переставлены цифры.'],
  ] as const) {
    const figureId = figureOf(election, area);
    const expectedRevision = revisionOf(area);
    const turnout = { min: value, max: value };
    await sendCommand(server, {
      type: 'CorrectFigure',
      figureId,
      expectedRevision,
      kind,
      reason,
      turnout,
      ballots: count,
    });
    await sendCommand(server, { type: 'VerifyFigures', refs: [{ figureId, revision: expectedRevision + 1 }] });
  }
}

/** The evening's list, released without some of its figures: one that was told as a range, one that was not told yet. */
async function withhold(server: RunningServer, election: RecordedElection): Promise<void> {
  const [words, list] = eveningPair(election);
  const told = new Set(words.areas.map(({ area }) => area));
  const held = [
    ...words.areas.filter((area) => !isExact(area)).slice(0, 2),
    ...list.areas.filter(({ area }) => !told.has(area)).slice(0, 2),
  ];
  await enter(server, election, list, async () => {
    for (const { area } of held) {
      const target = { kind: 'figure', figureId: figureOf(election, area) } as const;
      const reason = 'Ждём подтверждения комиссии.';
      await sendCommand(server, { type: 'Withhold', withholdingId: `w-${area}`, target, until: null, reason });
    }
  });
}

/** Every state that has pictures, in the order of the day. */
export const electionStates: readonly ElectionState[] = [
  at('before-opening', '06:30'),
  at('first-figures', '10:05'),
  at('words', '20:05'),
  inHands('ranges-only', { until: '19:55', now: '20:12' }, async (server, election) => {
    const [words] = eveningPair(election);
    const national = { turnout: null, ballots: null, electorate: null };
    await enter(server, election, { ...words, national, areas: words.areas.filter((area) => !isExact(area)) });
  }),
  at('late-west', '20:20'),
  inHands('overdue', { until: '19:55', now: '20:20' }, async () => undefined),
  inHands('corrected', { until: '20:20', now: '20:31' }, correct),
  inHands('withheld', { until: '20:05', now: '20:20' }, withhold),
  {
    ...at('link-lost', '20:20'),
    isByCable: true,
    disturb: async (page) => page.locator('.link-notice').waitFor(),
  },
  {
    name: 'rehearsal',
    // The page that drives the replay: the frame and the word are on every page of this day.
    stand: async () => {
      const server = await startServer({ args: ['--rehearsal', '--at', '20:20'] });
      const { hash } = new URL(server.replayUrl ?? server.url);
      const { address, ...rest } = standing(server, server.stop);
      return { ...rest, address: (to, search) => `${address(to, search)}${hash}` };
    },
  },
  {
    name: 'earlier-moment',
    stand: async (election) => {
      const server = await startServer({ args: ['--rehearsal', '--at', '20:20'] });
      const { state } = snapshotSchema.parse(await (await fetch(`${server.url}/api/v1/snapshot`)).json());
      const before = election.announcements[election.announcements.indexOf(eveningPair(election)[0]) - 2]?.id ?? '';
      const moment = String(state.announcements[before]?.enteredSeq ?? 1);
      return standing(server, server.stop, { moment, log: state.logId });
    },
  },
  at('final', '22:15'),
  {
    name: 'record',
    stand: async () => {
      const server = await startServer({ args: ['--rehearsal', '--at', '22:15'] });
      const answer = await fetch(`${server.url}/api/v1/replay`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${server.adminToken}` },
        body: JSON.stringify({ action: 'seek', to: 'final' }),
      });
      if (!answer.ok) throw new Error(`the replay does not go to the final record: ${await answer.text()}`);
      return standing(server, server.stop);
    },
  },
];

/** Where every page has its pictures, not only the first. */
export const mainState = 'late-west';

/** Lays a cable for one page, if its state has it go by one. */
export async function cableFor(state: ElectionState, { server }: StandingState) {
  return state.isByCable === true ? layCable({ host: '127.0.0.1', port: Number(new URL(server.url).port) }) : null;
}
