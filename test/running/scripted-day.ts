import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { App } from '@yavka/server/build-app';
import { buildApp } from '@yavka/server/build-app';
import { buildLogger } from '@yavka/server/observe/build-logger';
import type { ClientToServer, Delta, Join, ServerToClient } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';

/**
 * What must never come out: words of announcements, reasons and dispatches, figures (in all ways they are written),
 * labels of tokens, what rides in an address. Nothing else in the run contains any of them.
 */
export const markers = {
  announcementWord: 'Quixotania',
  withheldWord: 'Zanthoria',
  reason: 'mumblecrust',
  override: 'wobbletop',
  dispatch: 'snorkelfish',
  label: 'Peregrine Nightjar',
  query: 'sesame-street-9',
  body: 'flibbertigibbet',
  source: 'gobbledygook-wire',
  figure: '61.83',
  figureWithComma: '61,83',
  badToken: 'yv_thisIsNoTokenOfAnybodyAtAll0',
} as const;

export interface ScriptedDay {
  readonly app: App;
  /** Every line of the log, as it was written. */
  readonly lines: readonly string[];
  /** Bodies of refusals to those without a token, and of failures. */
  readonly errors: readonly string[];
  readonly tokens: Readonly<Record<'operator' | 'metrics' | 'revoked', string>>;
  readonly scrape: () => Promise<string>;
  readonly end: () => Promise<void>;
}

type Reader = Socket<ServerToClient, ClientToServer>;

/** A real server, logging all it can, through a day with everything in it that must stay in. */
export async function runScriptedDay(): Promise<ScriptedDay> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'yavka-day-'));
  const lines: string[] = [];
  const errors: string[] = [];
  const logger = buildLogger('trace', {
    write: (text) => {
      lines.push(...text.split('\n').filter(Boolean));
    },
  });
  const app = await buildApp(
    {
      ...{ port: 0, host: '127.0.0.1', dataDir, packId: 'test-two-zones', mode: 'rehearsal', logLevel: 'trace' },
      ...{
        allowedOrigins: [],
        trustedProxies: ['loopback'],
        publicUrl: null,
        databaseUrl: null,
        replay: { enabled: false, at: null, speed: 60 },
      },
    },
    '0.0.0-test',
    logger,
  );
  const api = async (method: string, where: string, token: string | null, body?: unknown) => {
    const response = await fetch(`${app.url}${where}`, {
      method,
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok && (token === null || token === markers.badToken || response.status >= 500)) errors.push(text);
    return { status: response.status, text };
  };
  const issue = async (role: string): Promise<string> => {
    const { text } = await api('POST', '/api/v1/tokens', app.tokens.adminToken, { role, label: markers.label });
    return (JSON.parse(text) as { token: string }).token;
  };
  const tokens = {
    operator: await issue('operator'),
    metrics: await issue('metrics'),
    revoked: await issue('operator'),
  };
  const listed = await api('GET', '/api/v1/tokens', app.tokens.adminToken);
  const { tokens: held } = JSON.parse(listed.text) as { tokens: { id: string; label: string }[] };
  const last = held.findLast(({ label }) => label === markers.label);
  await api('DELETE', `/api/v1/tokens/${last?.id ?? ''}`, app.tokens.adminToken);

  let commands = 0;
  const command = (type: string, fields: object, token: string | null = tokens.operator) =>
    api('POST', '/api/v1/commands', token, { type, commandId: `c-${String((commands += 1))}`, ...fields });
  const sockets: Reader[] = [];
  const connect = (): Reader => {
    const socket: Reader = io(app.url, { transports: ['websocket'], reconnection: false, forceNew: true });
    sockets.push(socket);
    return socket;
  };
  const join = (asked: Partial<Join>, socket: Reader = connect()) =>
    socket.emitWithAck('feed:join', {
      ...{ protocolVersion: PROTOCOL_VERSION, electionId: 'test-two-zones', expects: 'rehearsal' },
      ...{ audience: 'public', lane: 'public', scope: 'summary', have: { logId: 'none', seq: 0 } },
      ...asked,
    });

  // Readers of every lane; the one on air says what it has painted.
  const onAir = connect();
  await join({ lane: 'air' }, onAir);
  await join({});
  await join({ audience: 'desk', lane: 'desk', token: tokens.operator });
  await join({ audience: 'desk', lane: 'desk', token: markers.badToken });
  await join({ audience: 'desk', lane: 'desk', token: tokens.revoked });
  await join({ expects: 'live' });
  await join({ scope: `stations:${markers.body}` });

  const said = (hour: string, share: string): string =>
    `As of ${hour} Highcastle time ${share}% of the citizens on the lists had received ballots, ${markers.announcementWord}.`;
  const delta = new Promise<Delta>((resolve) => onAir.once('feed:delta', resolve));
  // A withheld desk: what is verified now stays in.
  await command('Withhold', {
    ...{ withholdingId: 'w-1', target: { kind: 'desk' }, until: null },
    reason: `${markers.withheldWord} asked for it, ${markers.reason}`,
  });
  const { logId, seq } = await delta;
  onAir.emit('screen:painted', { logId, seq, paintedAt: 1 });
  // What comes up a socket is read in order: once this is answered, the word before it has been taken.
  await join({ lane: 'air', have: { logId, seq } }, onAir);
  await command('EnterAnnouncement', {
    ...{ announcementId: 'a-1', source: markers.source },
    text: said('18:00', markers.figure),
  });
  await command('VerifyAnnouncement', { announcementId: 'a-1' });
  // Refusals of every kind: a stop, a stale belief, an unknown area, no command, no JSON, too large, no right.
  await command('EnterAnnouncement', {
    ...{ announcementId: 'a-2', source: markers.source },
    text: said('21:30', '20.11'),
  });
  await command('EnterAnnouncement', {
    ...{ announcementId: 'a-3', source: markers.source },
    text: said('21:30', '20.11'),
    overrides: [{ check: 'M', area: 'TT', reason: markers.override }],
  });
  const figureId = 'board/ballots-issued/18:00/TT';
  const correction = {
    figureId,
    kind: 'typo',
    reason: markers.reason,
    turnout: { min: 6184, max: 6184 },
    ballots: null,
  };
  await command('CorrectFigure', { ...correction, expectedRevision: 9 });
  await command('CorrectFigure', { ...correction, expectedRevision: 1 });
  await command('LiftWithholding', { withholdingId: 'w-1' });
  await command('SetElectorate', { electorate: { id: markers.body } });
  await command(markers.body, {});
  await api('POST', '/api/v1/commands', tokens.operator, `{"text": ${markers.body}`);
  await api('POST', '/api/v1/commands', null, `{"text": ${markers.body}`);
  await command('EnterAnnouncement', { text: markers.body.repeat(8_000) });
  await command('EnterAnnouncement', { text: markers.body }, markers.badToken);
  await command('EnterAnnouncement', { text: markers.body }, tokens.revoked);
  await command('EnterAnnouncement', { text: markers.body }, null);
  await command('EnterAnnouncement', { text: markers.body }, tokens.metrics);
  // Dispatches, their words, and their end.
  const dispatch = {
    ...{ dispatchId: 'd-1', area: 'TT', at: 1_000, claimant: 'voters', officialResponse: 'asked' },
    source: markers.source,
  };
  await command('EnterDispatch', { dispatch, text: `A ${markers.dispatch} stands at the door.` });
  await command('EraseDispatchText', { dispatchId: 'd-1', reason: markers.reason });
  // Addresses that hold what they should not.
  await api('GET', `/api/v1/snapshot?audience=desk&token=${markers.query}`, null);
  await api('GET', `/api/v1/figures?audience=desk&token=${tokens.operator}`, null);
  await api('GET', `/api/v1/snapshot?audience=desk`, markers.badToken);
  await api('GET', `/api/v1/${markers.query}/${tokens.operator}`, null);
  await api('GET', `/${markers.query}`, null);
  await api('GET', `/api/v1/dispatches/${markers.body}/text`, null);
  await api('GET', '/%E0%A4%A', null);
  await api('POST', '/api/v1/announcements/parse', null, { text: said('18:00', markers.figure) });
  await api('POST', '/api/v1/announcements/parse', null, { words: said('18:00', markers.figure) });
  await api('GET', '/metrics', null);
  await api('GET', '/metrics', tokens.operator);

  return {
    app,
    lines,
    errors,
    tokens,
    scrape: async () => (await api('GET', '/metrics', tokens.metrics)).text,
    end: async () => {
      for (const socket of sockets) socket.disconnect();
      await app.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
