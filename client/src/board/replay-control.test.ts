import { describe, expect, it } from 'vitest';

import { askReplay } from './replay-control.ts';
import { takeReplayToken } from './take-replay-token.ts';

function pageAt(hash: string) {
  const replaced: string[] = [];
  const page = {
    location: { hash, pathname: '/', search: '?lang=kk' },
    history: { state: null, replaceState: (_state: unknown, _title: string, url: string) => replaced.push(url) },
  } as unknown as Window;
  const store = new Map<string, string>();
  const kept = {
    recall: (key: string) => store.get(key) ?? null,
    keep: (key: string, value: string) => store.set(key, value).has(key),
  };
  return { page, kept, replaced };
}

describe('the replay’s control', () => {
  it('[BOARD-7] the token leaves the address bar and is kept for this tab', () => {
    const { page, kept, replaced } = pageAt('#replay=abcdef0123456789');
    expect(takeReplayToken(page, kept)).toBe('abcdef0123456789');
    expect(replaced).toEqual(['/?lang=kk']);
    expect(takeReplayToken(pageAt('').page, kept)).toBe('abcdef0123456789');
  });

  it('[BOARD-7] without a token there is nothing to control with', () => {
    const { page, kept, replaced } = pageAt('#ledger');
    expect(takeReplayToken(page, kept)).toBeNull();
    expect(replaced).toEqual([]);
  });

  it('[BOARD-8] an action is sent with the token in a header, and its answer is the new state', async () => {
    const replay = { running: true, rate: 60, at: 1, start: 0, end: 2 };
    const sent: unknown[] = [];
    const fetcher = async (...call: unknown[]) => {
      sent.push(call);
      return Response.json(replay);
    };
    expect(await askReplay(fetcher as typeof fetch, 'secret-token', { action: 'speed', rate: 60 })).toEqual({
      ok: true,
      replay,
    });
    expect(sent).toEqual([
      [
        '/api/v1/replay',
        {
          method: 'POST',
          headers: { Authorization: 'Bearer secret-token', 'Content-Type': 'application/json' },
          body: '{"action":"speed","rate":60}',
        },
      ],
    ]);
  });

  it('[BOARD-8] a refusal has its reason, a silent server none', async () => {
    const refuse = async () => Response.json({ rejected: 'notAllowed' }, { status: 403 });
    const silent = async () => Promise.reject(new Error('offline'));
    expect(await askReplay(refuse as typeof fetch, 't', null)).toEqual({ ok: false, reason: 'notAllowed' });
    expect(await askReplay(silent as unknown as typeof fetch, 't', null)).toEqual({ ok: false, reason: null });
  });
});
