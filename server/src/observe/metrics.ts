import { audienceSchema } from '@yavka/shared/log/audience';
import { commandSchema } from '@yavka/shared/log/command';
import { joinRejections, laneSchema, PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

import type { FeedObserver } from './observer.ts';
import { resyncReasons } from './observer.ts';

const lanes = laneSchema.options;

/** From a tenth of a millisecond to ten seconds: what a store or the feed takes. */
const shortTimes = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** From a second to three hours: what people take. */
const longTimes = [1, 5, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 10_800];

interface SeatNow {
  readonly lane: string;
  readonly audience: string;
  readonly behind: boolean;
}

/** What is read at the moment of a scrape. Each may be asked some times a minute. */
export interface Readings {
  readonly isReady: () => boolean;
  readonly seq: () => number;
  /** Entries that the store has and this process has not followed; null when the store does not answer. */
  readonly behind: () => Promise<number | null>;
  readonly isStoreAway: () => boolean;
  readonly seats: () => Iterable<SeatNow>;
  /** Seconds of the election's clock since an announcement was due; 0 when none is overdue. */
  readonly overdueSeconds: () => number;
}

/** What is counted as it happens. A call costs a microsecond at most. No label is made of what people wrote. */
export interface Metrics extends Omit<FeedObserver, 'painted'> {
  /** `type` is a command's, or `unreadable`; `outcome` is `accepted` or the key of the refusal. */
  commandAnswered(type: string, outcome: string, ms: number): void;
  appended(ms: number): void;
  storeFailed(call: string): void;
  followed(ms: number): void;
  released(electionMs: number): void;
  paintedAfter(lane: string, ms: number): void;
  /** Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/**
 * All series of one server. `mode` is a label of every one of them, so that no alert mistakes a rehearsal for the day.
 * Those of the process itself are collected from the first scrape on: a server that nobody scrapes pays nothing.
 */
export function buildMetrics(
  about: { readonly version: string; readonly mode: string; readonly pack: string; readonly node: string },
  readings: () => Readings,
): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ mode: about.mode });
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number | Promise<number>): Gauge =>
    new Gauge({
      ...{ name, help, registers },
      async collect() {
        this.set(await read());
      },
    });
  /** Counts the seats by the labels that each gives; null leaves it out. Where nobody sits it says 0, not nothing. */
  const gaugeBySeat = <Label extends string>(
    name: string,
    help: string,
    all: readonly Record<Label, string>[],
    labelsOf: (seat: SeatNow) => Record<Label, string> | null,
  ): Gauge<Label> =>
    new Gauge<Label>({
      ...{ name, help, labelNames: Object.keys(all[0] ?? {}) as Label[], registers },
      collect() {
        for (const labels of all) this.set(labels, 0);
        for (const seat of readings().seats()) {
          const labels = labelsOf(seat);
          if (labels !== null) this.inc(labels);
        }
      },
    });
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]): Counter<Label> =>
    new Counter({ name, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[], ...labelNames: string[]): Histogram =>
    new Histogram({ name, help, buckets, labelNames, registers });

  new Gauge({
    name: 'yavka_build_info',
    help: 'Always 1; what runs here is in the labels.',
    labelNames: ['version', 'protocol', 'pack', 'node'],
    registers,
  }).set({ version: about.version, protocol: PROTOCOL_VERSION, pack: about.pack, node: about.node }, 1);
  gauge('yavka_ready', '1 while /readyz says ready, else 0.', () => (readings().isReady() ? 1 : 0));
  gauge('yavka_log_seq', 'Seq of the newest entry that this process has followed.', () => readings().seq());
  gauge(
    'yavka_log_behind_entries',
    'Entries that the store has and this process has not followed; NaN when the store does not answer.',
    async () => (await readings().behind()) ?? Number.NaN,
  );
  gauge('yavka_store_away', '1 from a call that the store failed until it has taken a write again, else 0.', () =>
    readings().isStoreAway() ? 1 : 0,
  );
  gauge(
    'yavka_announcement_overdue_seconds',
    'Seconds of the election clock for which the next announcement has been overdue; 0 when none is.',
    () => readings().overdueSeconds(),
  );
  gaugeBySeat(
    'yavka_feed_clients',
    'Readers joined now, by lane and audience.',
    lanes.flatMap((lane) => audienceSchema.options.map((audience) => ({ lane, audience }))),
    ({ lane, audience }) => ({ lane, audience }),
  );
  gaugeBySeat(
    'yavka_feed_slow_clients',
    'Readers that read too slowly now and miss deltas until they read again, by lane.',
    lanes.map((lane) => ({ lane })),
    ({ lane, behind }) => (behind ? { lane } : null),
  );

  const commands = counter(
    'yavka_commands_total',
    'Commands answered, by type and outcome (accepted, or the key of the refusal).',
    ...(['type', 'outcome'] as const),
  );
  const commandSeconds = histogram('yavka_command_seconds', 'Seconds from a command to its answer.', shortTimes);
  const append = histogram('yavka_log_append_seconds', 'Seconds that an append took until it was durable.', shortTimes);
  const storeErrors = counter('yavka_store_errors_total', 'Calls that the store failed, by call.', 'call');
  const follow = histogram(
    'yavka_log_follow_seconds',
    'Seconds from the time an entry was recorded at until this process had followed it.',
    shortTimes,
  );
  const release = histogram(
    'yavka_entered_to_released_seconds',
    'Seconds of the election clock from the entering of a figure to its release.',
    longTimes,
  );
  const painted = histogram(
    'yavka_commit_to_painted_seconds',
    'Seconds from following an entry to the word of a page that it has painted it, the way back included, by lane.',
    shortTimes,
    'lane',
  );
  const tick = histogram(
    'yavka_feed_tick_seconds',
    'Seconds until all readers of a lane (urgent is air and desk) had been handed what was new.',
    shortTimes,
    'lane',
  );
  const slow = counter('yavka_feed_slow_readers_total', 'Times a reader began to miss deltas, by lane.', 'lane');
  const resyncs = counter('yavka_feed_resyncs_total', 'Readers told to fetch the state anew, by reason.', 'reason');
  const joins = counter('yavka_feed_joins_total', 'Joins answered, by answer.', 'answer');
  const rejectedJoins = counter('yavka_feed_join_rejections_total', 'Joins rejected, by reason.', 'reason');

  // A counter that appears with its first 1 has not grown, as Prometheus sees it: those that rules look at begin at 0.
  const types = [...commandSchema.def.options.flatMap(({ shape }) => shape.type.def.values), 'unreadable'];
  for (const type of types) {
    for (const outcome of ['accepted', 'failed', 'storeUnavailable']) commands.inc({ type, outcome }, 0);
  }
  for (const outcome of ['notSignedIn', 'tooMany']) commands.inc({ type: 'unreadable', outcome }, 0);
  for (const lane of lanes) slow.inc({ lane }, 0);
  for (const reason of resyncReasons) resyncs.inc({ reason }, 0);
  for (const reason of joinRejections) rejectedJoins.inc({ reason }, 0);

  let isCollecting = false;
  return {
    commandAnswered: (type, outcome, ms) => {
      commands.inc({ type, outcome });
      commandSeconds.observe(ms / 1_000);
    },
    appended: (ms) => append.observe(ms / 1_000),
    storeFailed: (call) => storeErrors.inc({ call }),
    followed: (ms) => follow.observe(ms / 1_000),
    released: (ms) => release.observe(ms / 1_000),
    paintedAfter: (lane, ms) => painted.observe({ lane }, ms / 1_000),
    ticked: (lane, ms) => tick.observe({ lane }, ms / 1_000),
    slowReader: ({ lane }) => slow.inc({ lane }),
    resync: (reason, readers) => resyncs.inc({ reason }, readers),
    joinAnswered: (joined) => {
      joins.inc({ answer: joined.answer });
      if (joined.answer === 'rejected') rejectedJoins.inc({ reason: joined.reason });
    },
    text: () => {
      if (!isCollecting) collectDefaultMetrics({ register: registry });
      isCollecting = true;
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
