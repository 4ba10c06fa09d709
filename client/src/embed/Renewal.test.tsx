import { embedPlateOf } from '@yavka/shared/embeds/embed-plate-of';
import type { EmbedRequest } from '@yavka/shared/embeds/embed-request';
import type { ElectionState } from '@yavka/shared/log/state';
import type { Pointer } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import { at, dayUntil, pack, resolved } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { beforeEach, describe, expect, it } from 'vitest';

import { embedRenewal } from './renew-embed.ts';
import { showPlate } from './show-plate.ts';

const request: EmbedRequest = { kind: 'number', election: pack.id, lang: 'ru', at: null, theme: 'ink', expects: null };
const clock = { at: at('20:14'), rate: 0, running: false };

/** A server that has these states at the places of a log. */
function serving(...states: ElectionState[]) {
  const asked: string[] = [];
  const get = (path: string): Promise<unknown> => {
    asked.push(path);
    if (path === '/election') return Promise.resolve(resolved);
    const state = states[Number(path.split('/').at(-1))];
    const scope = { protocolVersion: PROTOCOL_VERSION, audience: 'public', scope: 'summary' };
    return state === undefined ? Promise.reject(new Error('404')) : Promise.resolve({ ...scope, clock, state });
  };
  const pointer = (index: number): Pointer => ({
    ...{ protocolVersion: PROTOCOL_VERSION, logId: 'log', seq: states[index]?.seq ?? 0, clock },
    ...{ snapshot: `/snapshots/${String(index)}`, election: '/election' },
  });
  return { get, pointer, asked };
}
const told = (state: ElectionState, seq: number, more: Partial<ElectionState> = {}): ElectionState => ({
  ...state,
  ...{ logId: 'log', electionId: pack.id, packHash: resolved.packHash, mode: 'live', hash: '0'.repeat(64), seq },
  ...more,
});
const evening = told(dayUntil('announcement-1805'), 10);
const night = told(dayUntil('announcement-1805', 'announcement-2005-list'), 20);

function pageWith(html: string): HTMLElement {
  document.body.innerHTML = `<main id="embed">${html}</main>`;
  const main = document.querySelector<HTMLElement>('#embed');
  if (main === null) throw new Error('no page');
  return main;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('an embed drawn anew', () => {
  it('[EMB-5] has the very text that the server would have written', async () => {
    const server = serving(evening, night);
    const before = embedPlateOf(evening, resolved, at('18:30'), request);
    const page = pageWith(before.html);
    const renew = embedRenewal(request, server.get, (plate) => showPlate(page, plate));
    expect(await renew(server.pointer(1), at('20:14'))).toMatchObject({ logId: 'log', seq: 20 });
    const written = embedPlateOf(night, resolved, at('20:14'), request);
    const same = document.createElement('template');
    same.innerHTML = written.html;
    expect(page.innerHTML).toBe(same.innerHTML);
    expect(document.title).toBe(written.title);
    expect(page.textContent).toContain('69,31');
    expect(page.textContent).not.toContain('67,85%');
  });

  it('[EMB-10] fetches the election once and each snapshot once', async () => {
    const server = serving(evening, night);
    const renew = embedRenewal(request, server.get, () => undefined);
    await renew(server.pointer(0), at('18:30'));
    await renew(server.pointer(0), at('18:40'));
    await renew(server.pointer(1), at('20:14'));
    expect(server.asked).toEqual(['/snapshots/0', '/election', '/snapshots/1']);
  });

  it('[EMB-2, EMB-3] never shows another election’s figures, nor a rehearsal’s where none is expected', async () => {
    const shown: string[] = [];
    const foreign = { ...night, electionId: 'another' };
    const rehearsed = { ...night, mode: 'rehearsal' as const };
    const server = serving(foreign, rehearsed);
    const renewOf = (asked: EmbedRequest) => embedRenewal(asked, server.get, ({ html }) => shown.push(html));
    await renewOf(request)(server.pointer(0), at('20:14'));
    await renewOf({ ...request, expects: 'live' })(server.pointer(1), at('20:14'));
    expect(shown).toEqual([]);
    await renewOf(request)(server.pointer(1), at('20:14'));
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain('РЕПЕТИЦИЯ');
  });

  it('[EMB-10] keeps what is shown where the answer cannot be read', async () => {
    const page = pageWith('<p>67,85</p>');
    const renew = embedRenewal(
      request,
      () => Promise.resolve({ protocolVersion: 1 }),
      (plate) => showPlate(page, plate),
    );
    await expect(renew(serving(night).pointer(0), at('20:14'))).rejects.toThrow();
    expect(page.innerHTML).toBe('<p>67,85</p>');
  });

  it('[EMB-5] who stands on the link stands on it afterwards, and an equal plate moves nothing', () => {
    const plate = embedPlateOf(evening, resolved, at('18:30'), request);
    const page = pageWith(plate.html);
    const [first] = page.children;
    showPlate(page, plate);
    expect(page.children[0]).toBe(first);
    expect(page.dataset['swapped']).toBeUndefined();
    page.querySelector('a')?.focus();
    showPlate(page, embedPlateOf(night, resolved, at('20:14'), request));
    expect(page.children[0]).not.toBe(first);
    expect(document.activeElement).toBe(page.querySelector('a'));
  });
});
