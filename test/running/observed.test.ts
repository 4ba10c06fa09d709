import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { alertRules, familiesOf } from './alert-rules.ts';
import { docTable } from './doc-table.ts';
import type { ScriptedDay } from './scripted-day.ts';
import { markers, runScriptedDay } from './scripted-day.ts';

const table = docTable('docs/alerts.md', 'series');
const namesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
const listed = table.flatMap((row) => namesIn(row['series'] ?? '').map((series) => ({ series, row })));

let day: ScriptedDay;
let scraped = '';
beforeAll(async () => {
  day = await runScriptedDay();
  scraped = await day.scrape();
});
afterAll(() => day.end());

/** A log's line without what is counted by the machine, whose digits may be anybody's. */
function wordsOf(line: string): string {
  const { time: _time, pid: _pid, ms: _ms, port: _port, ...rest } = JSON.parse(line) as Record<string, unknown>;
  return JSON.stringify(rest);
}

/** What of `text` must not be in it. */
function leaksIn(text: string): string[] {
  const secrets = [
    ...Object.values(markers),
    ...Object.values(day.tokens),
    day.app.tokens.adminToken,
    ...[day.app.tokens.deskToken, day.app.tokens.replayToken].filter((token) => token !== null),
  ];
  return secrets.filter((secret) => text.includes(secret));
}

/** The series' lines of the scrape with this beginning. */
const linesOf = (beginning: string): string[] => scraped.split('\n').filter((line) => line.startsWith(beginning));
/** The one value of a series with these labels. */
function valueOf(name: string, labels: Readonly<Record<string, string>> = {}): number {
  const found = linesOf(`${name}{`).filter((line) =>
    Object.entries({ ...labels, mode: 'rehearsal' }).every(([label, value]) => line.includes(`${label}="${value}"`)),
  );
  expect(found, `${name} ${JSON.stringify(labels)} in\n${linesOf(name).join('\n')}`).toHaveLength(1);
  return Number(found[0]?.split(' ').at(-1));
}

describe('the log of a day', () => {
  it('[RUN-4] holds no token, no withheld figure and nobody’s words, at its most talkative', () => {
    expect(day.lines.length).toBeGreaterThan(40);
    expect(day.lines.flatMap((line) => leaksIn(wordsOf(line)).map((leak) => `${leak} in ${line}`))).toEqual([]);
  });

  it('[RUN-4] nor do the bodies of refusals to those without a right', () => {
    expect(day.errors.length).toBeGreaterThan(10);
    const told = day.errors.flatMap((body) => leaksIn(body).map((leak) => `${leak} in ${body}`));
    // Whose own address named something unknown is told that name, and no more.
    expect(told).toEqual([expect.stringMatching(`^${markers.body} in .*"rejected":"unknownDispatch"`) as string]);
  });

  it('[RUN-5] tells each command by its type, outcome, place, time, role and request, and the start', () => {
    const lines = day.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter(({ msg }) => msg === 'started')).toMatchObject([
      { level: 'info', version: '0.0.0-test', mode: 'rehearsal', pack: 'test-two-zones', seq: 1 },
    ]);
    const commands = lines.filter(({ msg }) => msg === 'command');
    expect(commands[0]).toEqual({
      ...{ level: 'info', msg: 'command', type: 'Withhold', outcome: 'accepted', seq: 2, role: 'operator' },
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      requestId: expect.stringMatching(/^[a-z0-9]+-\d+$/) as string,
      actor: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      ms: expect.any(Number) as number,
      ...{ pid: expect.any(Number) as number, hostname: expect.any(String) as string },
    });
    const outcomes = commands.map(({ type, outcome }) => `${String(type)} ${String(outcome)}`);
    for (const outcome of [
      'EnterAnnouncement stopped',
      'CorrectFigure staleRevision',
      'CorrectFigure accepted',
      'unreadable invalidCommand',
      'unreadable tooLarge',
      'unreadable notSignedIn',
      'unreadable notAllowed',
    ]) {
      expect(outcomes).toContain(outcome);
    }
    // The second of a kind has a line only where ten seconds have passed between the two.
    const reasons = lines.filter(({ msg }) => msg === 'join rejected').map(({ reason }) => reason);
    expect([...new Set(reasons)]).toEqual(['notAllowed', 'wrongMode', 'unknownScope']);
  });
});

describe('what is measured', () => {
  it('[RUN-6] is for a token of its role and an administrator’s only', async () => {
    const statusFor = async (token: string | null): Promise<number> => {
      const headers = token === null ? {} : { Authorization: `Bearer ${token}` };
      return (await fetch(`${day.app.url}/metrics`, { headers })).status;
    };
    expect(await Promise.all([null, day.tokens.operator, day.tokens.metrics].map(statusFor))).toEqual([401, 403, 200]);
    expect(await statusFor(day.app.tokens.adminToken)).toBe(200);
    // And it opens nothing else.
    const desk = await fetch(`${day.app.url}/api/v1/figures?audience=desk`, {
      headers: { Authorization: `Bearer ${day.tokens.metrics}` },
    });
    expect(desk.status).toBe(401);
  });

  it('[RUN-7] is what happened', () => {
    const protocol = String(PROTOCOL_VERSION);
    expect(valueOf('yavka_build_info', { version: '0.0.0-test', pack: 'test-two-zones', protocol })).toBe(1);
    expect(valueOf('yavka_ready')).toBe(1);
    expect(valueOf('yavka_store_away')).toBe(0);
    expect(valueOf('yavka_log_behind_entries')).toBe(0);
    const written = day.lines.map((line) => JSON.parse(line) as { seq?: number; msg: string });
    const lastPlace = Math.max(...written.flatMap(({ seq, msg }) => (msg === 'command' && seq ? [seq] : [])));
    expect(valueOf('yavka_log_seq')).toBeGreaterThanOrEqual(lastPlace);
    expect(valueOf('yavka_feed_clients', { lane: 'air', audience: 'public' })).toBe(1);
    expect(valueOf('yavka_feed_clients', { lane: 'public', audience: 'desk' })).toBe(0);
    expect(valueOf('yavka_feed_clients', { lane: 'desk', audience: 'desk' })).toBe(1);
    expect(valueOf('yavka_feed_joins_total', { answer: 'rejected' })).toBe(4);
    expect(valueOf('yavka_feed_joins_total', { answer: 'delta' })).toBe(1);
    expect(valueOf('yavka_feed_join_rejections_total', { reason: 'notAllowed' })).toBe(2);
    expect(valueOf('yavka_feed_resyncs_total', { reason: 'otherLog' })).toBe(3);
    expect(valueOf('yavka_commands_total', { type: 'EnterAnnouncement', outcome: 'stopped' })).toBe(1);
    expect(valueOf('yavka_commands_total', { type: 'CorrectFigure', outcome: 'accepted' })).toBe(1);
    expect(valueOf('yavka_commands_total', { type: 'unreadable', outcome: 'notSignedIn' })).toBe(3);
    expect(valueOf('yavka_log_append_seconds_count')).toBeGreaterThan(4);
    expect(valueOf('yavka_log_follow_seconds_count')).toBeGreaterThan(4);
    expect(valueOf('yavka_feed_tick_seconds_count', { lane: 'urgent' })).toBeGreaterThan(4);
    expect(valueOf('yavka_entered_to_released_seconds_count')).toBe(1);
    expect(valueOf('yavka_commit_to_painted_seconds_count', { lane: 'air' })).toBe(1);
  });

  it('[RUN-4, RUN-7] has labels of closed lists only', () => {
    const labelled = scraped
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.slice(0, line.lastIndexOf(' ')));
    expect(labelled.length).toBeGreaterThan(60);
    expect(labelled.flatMap((line) => leaksIn(line))).toEqual([]);
    const names = new Set(labelled.flatMap((line) => [...line.matchAll(/(\w+)="/g)].map(([, name]) => name)));
    const known = ['mode', 'version', 'protocol', 'pack', 'node', 'le', 'lane', 'audience', 'type', 'outcome', 'call'];
    const ofTheProcess = ['reason', 'answer', 'kind', 'space', 'major', 'minor', 'patch'];
    expect([...names].filter((name) => ![...known, ...ofTheProcess].includes(name ?? ''))).toEqual([]);
    expect(
      labelled.filter((line) => line.startsWith('yavka_')).every((line) => line.includes('mode="rehearsal"')),
    ).toBe(true);
  });
});

/** The families of series that the scrape has. */
const families = (): string[] => scraped.split('\n').flatMap((line) => /^# TYPE (\S+) /.exec(line)?.[1] ?? []);

describe('rules and series', () => {
  it('[RUN-9] every rule reads series that a running server has, and none is there twice', () => {
    const known = new Set([...families(), 'up']);
    expect(
      alertRules.flatMap(({ alert, expr }) =>
        familiesOf(expr)
          .filter((name) => !known.has(name))
          .map((name) => `${alert}: ${name}`),
      ),
    ).toEqual([]);
    expect(alertRules.filter(({ expr }) => familiesOf(expr).length === 0)).toEqual([]);
    const names = alertRules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
  });

  it('[RUN-9] every series has its line in the table, its help, and a rule or the reason why it has none', () => {
    const isListed = (family: string): boolean =>
      listed.some(({ series }) => (series.endsWith('*') ? family.startsWith(series.slice(0, -1)) : series === family));
    expect(families().filter((family) => !isListed(family))).toEqual([]);
    const real = new Set([...families(), 'up']);
    expect(
      listed.filter(({ series }) => !series.endsWith('*') && !real.has(series)).map(({ series }) => series),
    ).toEqual([]);
    const helps = new Map(
      scraped
        .split('\n')
        .flatMap((line) =>
          [...line.matchAll(/^# HELP (\S+) (.+)$/g)].map(([, name, help]) => [name ?? '', help ?? '']),
        ),
    );
    expect(families().filter((family) => (helps.get(family) ?? '').length < 8)).toEqual([]);
    expect(families().filter((family) => family.startsWith('yavka_')).length).toBeGreaterThan(18);
    const read = new Map(alertRules.map(({ alert, expr }) => [alert, familiesOf(expr)]));
    const wrong = listed.flatMap(({ series, row }) => {
      const cell = row['rule, or why none'] ?? '';
      if (/^none: .{10}/.test(cell)) return [];
      const named = cell.split(', ');
      return named.every((alert) => read.get(alert)?.includes(series) === true) ? [] : [`${series}: ${cell}`];
    });
    expect(wrong).toEqual([]);
    const inTable = new Set(table.flatMap((row) => (row['rule, or why none'] ?? '').split(', ')));
    expect(alertRules.map(({ alert }) => alert).filter((alert) => !inTable.has(alert))).toEqual([]);
  });

  it('[RUN-9] no rule that wakes somebody goes by a rehearsal', () => {
    const waking = alertRules.filter(({ labels, expr }) => labels.severity === 'page' && !expr.startsWith('up{'));
    expect(waking.filter(({ expr }) => !expr.includes('mode="live"')).map(({ alert }) => alert)).toEqual([]);
  });
});
