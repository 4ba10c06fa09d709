import * as z from 'zod/mini';

import { idSchema, instantSchema, modeSchema } from '../ids.ts';
import { audienceSchema } from '../log/audience.ts';
import { audienceEntrySchema } from '../log/entry.ts';
import { electionStateSchema } from '../log/state.ts';

/**
 * The wire between server and page. Versions:
 *  1 — first.
 *  2 — findings of the checks W, R and P; what other sources said of a figure, and who brought one by hand.
 *  3 — answers to dispatches, and the language of their words. Since then, in what either side may leave out: the hash of
 *      the place that a join names, and the wrong time that a station's report is to replace.
 */
export const PROTOCOL_VERSION = 3;

export const laneSchema = z.enum(['air', 'desk', 'public']);
export type Lane = z.infer<typeof laneSchema>;

/** `summary`, or the stations of one area (`stations:<area>`). */
export const scopeSchema = z.string().check(z.regex(/^(summary|stations:[A-Za-z0-9._-]{1,64})$/));
export type Scope = z.infer<typeof scopeSchema>;

/** The election's own time: `at` when it was sent, running `rate` times as fast as the wall's, or standing. */
export const electionClockSchema = z.object({
  at: instantSchema,
  rate: z.number().check(z.minimum(0)),
  running: z.boolean(),
});
export type ElectionClock = z.infer<typeof electionClockSchema>;

export const snapshotSchema = z.object({
  protocolVersion: z.literal(PROTOCOL_VERSION),
  audience: audienceSchema,
  scope: scopeSchema,
  clock: electionClockSchema,
  state: electionStateSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/**
 * The tiny answer that readers without a socket ask for again and again: where the newest snapshot lies, at an address
 * whose contents never change, so that a cache may hold it. Its clock is the one to go by; the snapshot's stands.
 */
export const pointerSchema = z.object({
  protocolVersion: z.literal(PROTOCOL_VERSION),
  logId: z.string(),
  seq: z.int().check(z.minimum(0)),
  clock: electionClockSchema,
  snapshot: z.string(),
  election: z.string(),
});
export type Pointer = z.infer<typeof pointerSchema>;

/** The most entries that one reading of a log's range brings. */
export const entriesAtMost = 500;

/** A closed range of a log's public entries. What is at its address never changes: entries are never rewritten. */
export const entriesSchema = z.object({
  protocolVersion: z.literal(PROTOCOL_VERSION),
  logId: z.string(),
  scope: scopeSchema,
  from: z.int().check(z.minimum(1)),
  to: z.int().check(z.minimum(1)),
  entries: z.array(audienceEntrySchema).check(z.maxLength(entriesAtMost)),
});
export type Entries = z.infer<typeof entriesSchema>;

/** Where a range of a log's public entries lies. */
export function entriesPathOf(logId: string, scope: Scope, from: number, to: number): string {
  return `/api/v1/entries/v${String(PROTOCOL_VERSION)}/${logId}/${scope}/${String(from)}-${String(to)}.json`;
}

export const joinSchema = z.object({
  protocolVersion: z.int(),
  electionId: idSchema,
  expects: modeSchema,
  audience: audienceSchema,
  lane: laneSchema,
  scope: scopeSchema,
  have: z.object({
    logId: z.string(),
    seq: z.int().check(z.minimum(0)),
    /** The chain's hash there, by which a log that was restored and written on otherwise is told from this one. Pages of before name none. */
    hash: z.optional(z.string().check(z.maxLength(200))),
  }),
  /** Needed for the desk's audience only. */
  token: z.optional(z.string().check(z.maxLength(200))),
});
export type Join = z.infer<typeof joinSchema>;

export const deltaSchema = z.object({
  logId: z.string(),
  baseSeq: z.int().check(z.minimum(0)),
  seq: z.int().check(z.minimum(0)),
  entries: z.array(audienceEntrySchema),
});
export type Delta = z.infer<typeof deltaSchema>;

export const refetchSchema = z.object({ logId: z.string(), seq: z.int().check(z.minimum(0)) });
export type Refetch = z.infer<typeof refetchSchema>;

export const joinRejections = [
  'wrongVersion',
  'wrongElection',
  'wrongMode',
  'notAllowed',
  'badJoin',
  'unknownScope',
] as const;
export const joinAnswerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('delta'), delta: deltaSchema, clock: electionClockSchema }),
  z.object({ answer: z.literal('refetch'), refetch: refetchSchema }),
  z.object({ answer: z.literal('rejected'), reason: z.enum(joinRejections) }),
]);
export type JoinAnswer = z.infer<typeof joinAnswerSchema>;

export const heartbeatSchema = z.object({
  logId: z.string(),
  seq: z.int().check(z.minimum(0)),
  clock: electionClockSchema,
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/** A screen's word on which seq it has painted: telemetry, never in the log. */
export const paintedSchema = z.object({
  logId: z.string(),
  seq: z.int().check(z.minimum(0)),
  paintedAt: instantSchema,
});
export type Painted = z.infer<typeof paintedSchema>;

/**
 * The last word before the server closes the socket. At a shutdown it says when to come back: the server spreads its
 * readers, so that the node that takes them is not asked by all at once.
 */
export const goodbyeSchema = z.object({
  reason: z.enum(['shutdown', 'revoked']),
  /** Milliseconds from now. */
  reconnectInMs: z.optional(z.int().check(z.minimum(0), z.maximum(60_000))),
});
export type Goodbye = z.infer<typeof goodbyeSchema>;

/** What comes down. */
export interface ServerToClient {
  'feed:delta': (delta: Delta) => void;
  'feed:refetch': (refetch: Refetch) => void;
  'feed:heartbeat': (heartbeat: Heartbeat) => void;
  'feed:goodbye': (goodbye: Goodbye) => void;
}

/** What goes up: telemetry and the join; nothing that decides anything. */
export interface ClientToServer {
  'feed:join': (join: Join, answer: (answer: JoinAnswer) => void) => void;
  'screen:painted': (painted: Painted) => void;
}

/** How often the server says that it is there, milliseconds. */
export const heartbeatEveryMs = 5_000;
/** The path of the feed's socket. */
export const socketPath = '/socket.io';
