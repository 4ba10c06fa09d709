import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';

/** Above this share of its core the load process may be what is measured, and the run is void. */
export const loadLimit = 0.6;

/**
 * The command before `node` that keeps a process on one core, so that server and load do not push each other about;
 * empty where the machine has one core or no `taskset`.
 * @param {'server' | 'load'} part
 * @returns {string[]}
 */
export function pinnedTo(part) {
  if (cpus().length < 2 || spawnSync('taskset', ['-c', '0', 'true']).status !== 0) return [];
  return ['taskset', '-c', part === 'server' ? '0' : '1'];
}

/**
 * @param {number} sockets that one process is to hold
 * @throws Error telling what to do, before anything has been opened
 */
export function needFileHandles(sockets) {
  const report = /** @type {{userLimits?: {open_files?: {soft?: number | string}}}} */ (process.report.getReport());
  const allowed = Number(report.userLimits?.open_files?.soft ?? Number.POSITIVE_INFINITY);
  const needed = sockets + 500;
  if (allowed < needed) {
    throw new Error(
      `This measurement opens ${sockets} sockets in one process, and only ${allowed} file handles are allowed. ` +
        `Run "ulimit -n ${needed}" before it, or measure less with --quick.`,
    );
  }
}

/**
 * The share of the machine that others use now, 0 to 1: sampled for a second while nothing of ours runs. Above
 * `othersLimit` times in milliseconds are those of the queue for the processor, and what happens by the clock (pings,
 * heartbeats) weighs more against what is counted.
 */
export async function othersShare() {
  const before = busyAndAll();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const after = busyAndAll();
  return (after.busy - before.busy) / Math.max(1, after.all - before.all);
}
export const othersLimit = 0.3;

function busyAndAll() {
  const times = cpus().map(({ times: core }) => core);
  const all = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0);
  return { all, busy: all - times.reduce((sum, { idle }) => sum + idle, 0) };
}

/** What the figures were measured on: they mean nothing without it. */
export function machine() {
  const [core] = cpus();
  return {
    cpu: core?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    loadAverage: Number(loadavg()[0]?.toFixed(2)),
    pinned: pinnedTo('server').length > 0,
  };
}
