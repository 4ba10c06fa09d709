import { embedKinds } from '@yavka/shared/embeds/embed-request';
import { PROTOCOL_VERSION, entriesAtMost, entriesPathOf } from '@yavka/shared/protocol/wire';

import type { Asked } from './ask-in-memory.ts';
import type { World } from './world.ts';

/** Somebody without a token who asks for whatever may be asked for, and keeps every body. */
export function readsAround(world: World): void {
  const { random, resolved } = world;
  const node = world.anyNode();
  if (node === null) return;
  const area = random.pick(resolved.pack.areas).id;
  const cutoff = random.pick(resolved.pack.cutoffs).id;
  // Too small for a marker: what comes back in a finding is not the reader's own.
  const small = random.int(1, 999);
  const text = JSON.stringify({
    language: 'en',
    asOf: null,
    asOfSnippet: null,
    cutoff,
    status: null,
    figures: [
      {
        area,
        cutoff,
        turnout: { min: small, max: small },
        ballots: random.chance(0.5) ? small : null,
        electorate: null,
        words: 'so',
        snippet: { start: 0, end: 2 },
      },
    ],
    leftAlone: [],
  });
  const dispatches = Object.keys(node.session().live.told('desk').state.dispatches);
  const at = { logId: node.place().logId, seq: Math.max(1, node.place().seq - random.int(0, 6)) };
  const fixed = {
    method: 'GET',
    path: `/api/v1/snapshots/v${String(PROTOCOL_VERSION)}/${at.logId}/summary/${String(at.seq)}.json`,
  } as const;
  const from = Math.max(1, at.seq - random.int(0, entriesAtMost - 1));
  const range = { method: 'GET', path: entriesPathOf(at.logId, 'summary', from, at.seq) } as const;
  const kind = random.pick(embedKinds);
  const theDay = random.chance(0.3) ? `&at=${cutoff}` : '';
  const embed = { method: 'GET', path: `/embed/${kind}?election=${resolved.pack.id}&lang=ru${theDay}` } as const;
  const reads = [
    { method: 'GET', path: '/api/v1/figures' },
    { method: 'GET', path: `/api/v1/figures?area=${area}&cutoff=${cutoff}` },
    { method: 'GET', path: '/api/v1/snapshot?scope=summary' },
    { method: 'GET', path: `/api/v1/snapshot?scope=stations:${area}` },
    { method: 'GET', path: '/api/v1/snapshot?audience=desk' },
    { method: 'GET', path: '/api/v1/election' },
    { method: 'GET', path: '/api/v1/pointer' },
    { method: 'GET', path: `/api/v1/export.csv?lang=en&at=all&table=${random.pick(['figures', 'revisions'])}` },
    { method: 'GET', path: `/api/v1/export.json?at=${cutoff}` },
    { method: 'GET', path: '/api/v1/export.json?audience=desk' },
    { method: 'GET', path: '/feed.atom?lang=en' },
    { method: 'GET', path: '/api/v1/log' },
    { method: 'GET', path: '/api/v1/tokens' },
    fixed,
    fixed,
    range,
    range,
    embed,
    embed,
    { method: 'POST', path: '/api/v1/announcements/parse', body: { text } },
    { method: 'POST', path: '/api/v1/commands', body: { type: 'VerifyDispatch', commandId: 'x', dispatchId: 'x' } },
    ...(dispatches.length === 0
      ? []
      : [{ method: 'GET', path: `/api/v1/dispatches/${random.pick(dispatches)}/text` } as const]),
  ] as const;
  const asked: Asked = { ...random.pick(reads), compressed: random.chance(0.5) };
  const before = node.place();
  const reading = async (): Promise<void> => {
    const { text: body, status, isCompressed } = await node.ask(asked);
    if (isCompressed) world.tally.add('compressed bodies searched');
    if (status === 401) world.tally.add('commands refused for their token', asked.method === 'POST' ? 1 : 0);
    // What is at a fixed address tells nothing that came out later.
    const isFixed = asked.path === fixed.path || asked.path === range.path;
    const places = isFixed ? [at] : [before, node.place()];
    if (asked.path === fixed.path && status === 200) world.tally.add('snapshots at fixed addresses searched');
    if (asked.path === range.path && status === 200) world.tally.add('ranges of entries searched');
    const isEmbed = asked.path === embed.path;
    if (isEmbed && status === 200) world.tally.add('embeds searched');
    const said = isEmbed ? withoutReckoned(body) : body;
    world.sentToPublic.push({ channel: `${asked.method} ${asked.path}`, text: said, places });
    world.tally.add('public bodies searched');
  };
  world.time.standsFor(reading).catch((error: unknown) => {
    world.unreadable.push(`${asked.path}: ${String(error)}`);
  });
}

/** An embed less what it reckons from public values, which may look like another value by chance: lengths, differences. */
function withoutReckoned(html: string): string {
  return html.replaceAll(/ (?:width|x1?|x2)="[^"]*"/g, '').replaceAll(/<li><b>[^<]*<\/b>[^<]*<\/li>/g, '');
}
