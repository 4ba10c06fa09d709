import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { openSession } from '@yavka/server/live/election-session';
import { loadPack } from '@yavka/server/packs/load-pack';
import { replayScript } from '@yavka/server/replay/replay-script';
import { MemoryLogStore } from '@yavka/server/storage/memory-log-store';
import { isRejection } from '@yavka/server/write/decision';
import { buildParser } from '@yavka/shared/announcement/build-parser';
import { figureIdOf } from '@yavka/shared/figures/figure';
import type { CommandInput } from '@yavka/shared/log/command';
import { commandSchema } from '@yavka/shared/log/command';
import type { Actor } from '@yavka/shared/log/entry';
import { entryVersion } from '@yavka/shared/log/entry';
import { electionStateSchema } from '@yavka/shared/log/state';
import { z } from 'zod';

import { foldFor } from './fold-released.ts';
import { shapeOf } from './shape.ts';

/**
 * Writes the log that a released version leaves for all later ones: the recorded day, and after it everything else that
 * a desk can do. Run once, by the version that is released, and never again for it:
 *
 *     node --conditions=source --import tsx test/released/make-released-log.ts v2
 *
 * A version of entries to which something was added without changing what was there is named behind a point: v1.1.
 */
type WithoutId<Command> = Command extends unknown ? Omit<Command, 'commandId'> : never;

const [name = ''] = process.argv.slice(2);
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), name);
if (!/^v\d+(?:\.\d+)?$/.test(name)) throw new Error('say which version of entries the log is of, as v1');
if (existsSync(folder)) throw new Error(`${folder} is there: a released version's log is never written again`);

const { resolved } = await loadPack('kz-2022-11-20-president');
const { pack } = resolved;
const store = new MemoryLogStore();
const logId = `released-${name}`;
let now = 0;
const steps = replayScript(resolved);
now = (steps[0]?.at ?? 0) - 60_000;
const system: Actor = { role: 'system', id: 'server' };
const operator: Actor = { role: 'operator', id: 'desk' };
const opened = {
  type: 'log.opened' as const,
  ...{ logId, electionId: pack.id, packHash: resolved.packHash, mode: 'rehearsal' as const },
};
await store.openLog(
  logId,
  [{ v: entryVersion, entryId: 'opened', commandId: `open:${logId}`, actor: system, payload: opened }],
  now,
);
const clock = { now: () => now, reading: () => ({ at: now, rate: 1, running: true }) };
const parse = buildParser(pack);
const session = await openSession({
  ...{ logId, headSeq: 1, store, resolved, parse, clock },
  onStoreError: (error) => {
    throw error;
  },
});

let sent = 0;
async function does(command: WithoutId<CommandInput>, actor = operator): Promise<void> {
  now += 1_000;
  sent += 1;
  const whole = commandSchema.parse({ ...command, commandId: `c-${String(sent)}` });
  const textRef =
    whole.type === 'EnterDispatch'
      ? `sha256:${createHash('sha256').update(`salt ${whole.text}`).digest('hex')}`
      : undefined;
  const answer = await session.queue.submit(whole, actor, textRef);
  if (isRejection(answer)) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
}

for (const step of steps) {
  now = Math.max(now, step.at);
  for (const command of step.commands) await does(command, { role: 'replay', id: 'replay' });
}

// What else a desk can do, on figures of the day.
const source = pack.commission.id;
const root = pack.areas.find(({ id }) => id === pack.root);
const regions = pack.areas.filter(({ kind, id }) => kind !== 'abroad' && id !== pack.root);
const evening = pack.cutoffs.findLast(({ id }) =>
  regions.every((area) => figure(area.id, id) !== undefined && figure(area.id, id)?.revisions.at(-1)?.turnout !== null),
);
if (root === undefined || evening === undefined) throw new Error('the recorded day has no cutoff with every region');
const [typo, changed, based, gone, embargoed, held] = regions.map(({ id }) => id);
function figure(area: string, cutoff: string) {
  const figureId = figureIdOf({ source, measure: 'ballots-issued', cutoff, area });
  return session.live.told('desk').state.figures[figureId];
}
const correction = (area: string | undefined, by: number) => {
  const held_ = figure(area ?? '', evening.id);
  const standing = held_?.revisions.at(-1);
  if (held_ === undefined || standing?.turnout == null) throw new Error(`no figure of ${String(area)}`);
  return {
    type: 'CorrectFigure' as const,
    figureId: held_.key.figureId,
    expectedRevision: standing.revision,
    turnout: { min: standing.turnout.min + by, max: standing.turnout.max + by },
    ballots: null,
  };
};
const verify = async (area: string | undefined): Promise<void> => {
  const held_ = figure(area ?? '', evening.id);
  const revision = held_?.revisions.at(-1)?.revision ?? 1;
  await does({ type: 'VerifyFigures', refs: [{ figureId: held_?.key.figureId ?? '', revision }] });
};
await does({ ...correction(typo, 9), kind: 'typo', reason: 'two digits changed places' });
await verify(typo);
await does({ ...correction(changed, -12), kind: 'source-correction', reason: 'the commission has corrected itself' });
await verify(changed);
const electorate = { id: 'released-1', area: based ?? '', value: 512_345, asOf: pack.date, approximate: false };
await does({
  type: 'SetElectorate',
  electorate: { ...electorate, label: { kk: 'тізім', ru: 'список', en: 'list' }, source: 'commission' },
});
await does({ ...correction(based, 0), kind: 'basis-change', reason: 'counted on newer lists', basis: 'released-1' });
await verify(based);
await does({ ...correction(gone, 0), kind: 'withdrawn', reason: 'taken back by the commission', turnout: null });
await verify(gone);

// Said again, said more exactly, said by hand.
const last = Object.values(session.live.told('desk').state.announcements).findLast(
  ({ cutoff }) => cutoff === evening.id,
);
if (last === undefined) throw new Error('no announcement of the evening');
const unsaid = pack.cutoffs
  .flatMap(({ id: cutoff }) => regions.map(({ id: area }) => ({ area, cutoff })))
  .findLast(({ area, cutoff }) => figure(area, cutoff) === undefined);
const heldFigure = figure(held ?? '', evening.id);
await does({
  type: 'EnterAnnouncement',
  ...{ announcementId: 'said-again', text: last.text, source: 'a newspaper', cutoff: evening.id },
  overrides: [
    { check: 'X', area: null, reason: 'what was corrected stands' },
    { check: 'C', area: null, reason: 'the newer lists' },
    { check: 'M', area: null, reason: 'an older text' },
    { check: 'S', area: null, reason: 'an older text' },
  ],
});
await does({
  type: 'Withhold',
  ...{ withholdingId: 'w-announcement', target: { kind: 'announcement', announcementId: 'said-again' } },
  ...{ until: null, reason: 'the editor wants to see it' },
});
await does({ type: 'VerifyAnnouncement', announcementId: 'said-again' });
await does({ type: 'LiftWithholding', withholdingId: 'w-announcement' });

// Withheld in every way: until a time, until lifted, and for good.
await does({
  type: 'Withhold',
  ...{
    withholdingId: 'w-until',
    target: { kind: 'figure', figureId: figure(embargoed ?? '', evening.id)?.key.figureId ?? '' },
  },
  ...{ until: now + 60_000, reason: 'the studio asked for it' },
});
await does({ ...correction(embargoed, 3), kind: 'typo', reason: 'a digit was wrong' });
await verify(embargoed);
now += 120_000;
await does({ type: 'ReleaseDue', withholdingId: 'w-until' }, { role: 'system', id: 'clock' });
await does({ type: 'Withhold', withholdingId: 'w-desk', target: { kind: 'desk' }, until: null, reason: 'not yet' });
await does({ ...correction(held, 4), kind: 'typo', reason: 'a digit was wrong' });
await verify(held);
await does({ type: 'LiftWithholding', withholdingId: 'w-desk' });
await does({
  type: 'Withhold',
  ...{ withholdingId: 'w-figure', target: { kind: 'figure', figureId: heldFigure?.key.figureId ?? '' } },
  ...{ until: null, reason: 'asked back' },
});
await does({ ...correction(held, 5), kind: 'source-correction', reason: 'asked back, and answered' });
await verify(held);
if (unsaid === undefined) throw new Error('every region has a figure at every cutoff');
await does({
  type: 'EnterFigure',
  ...{ ...unsaid, turnout: { min: 6001, max: 10_000 }, ballots: null, status: 'preliminary', source: 'by telephone' },
  overrides: [{ check: 'M', area: unsaid.area, reason: 'a bound' }],
});
// Entered and never verified.
await does({ ...correction(typo, 1), kind: 'typo', reason: 'not looked at yet' });

// Stations and dispatches.
for (const [index, { id }] of pack.stations.slice(0, 3).entries()) {
  const status = (['closed', 'suspended', 'open'] as const)[index] ?? 'open';
  await does({ type: 'ReportStation', report: { station: id, status, asOf: now, source: 'the consulate' } });
}
const counted = { open: 10, closed: 5, notYetOpen: null, total: 20, asOf: now, source: 'the ministry' };
await does({ type: 'ReportStationCount', count: { target: root.id, ...counted } });
const dispatches = ['released', 'erased', 'erased-unreleased', 'standing'];
for (const dispatchId of dispatches) {
  const text = `Something is said to have happened (${dispatchId}).`;
  const dispatch = { dispatchId, area: root.id, at: now, claimant: 'voters', officialResponse: 'asked' } as const;
  await does({ type: 'EnterDispatch', dispatch: { ...dispatch, source: 'a newspaper' }, text });
}
await does({ type: 'VerifyDispatch', dispatchId: 'released' });
for (const officialResponse of ['noComment', 'denied'] as const)
  await does({
    type: 'AnswerDispatch',
    dispatchId: 'released',
    response: { officialResponse, at: now, source: 'the police' },
  });
await does({ type: 'VerifyDispatch', dispatchId: 'released' });
await does({ type: 'VerifyDispatch', dispatchId: 'erased' });
await does({ type: 'EraseDispatchText', dispatchId: 'erased', reason: 'a person asked for it' });
await does({ type: 'EraseDispatchText', dispatchId: 'erased-unreleased', reason: 'a person asked for it' });

const { seq } = session.live.told('desk').state;
const stored = await store.readStored(logId, 0, seq);
const entries = await store.read(logId, 0, seq);
const shape = shapeOf(z.toJSONSchema(electionStateSchema, { io: 'output', unrepresentable: 'any' }) as object);
mkdirSync(folder);
const lines = stored.map((entry) => `${JSON.stringify(entry)}\n`).join('');
writeFileSync(path.join(folder, 'log.ndjson.gz'), gzipSync(lines, { level: 9 }));
const expected = { shape, desk: foldFor('desk', entries, shape), public: foldFor('public', entries, shape) };
writeFileSync(path.join(folder, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`);
await session.close();
await store.close();
process.stdout.write(`${String(seq)} entries in ${folder}\n`);
