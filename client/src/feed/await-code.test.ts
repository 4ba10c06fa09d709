import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import { describe, expect, it } from 'vitest';

import type { CodeWorld } from './await-code.ts';
import { codeAwaiting } from './await-code.ts';

const health = { version: '0.1.0', protocolVersion: PROTOCOL_VERSION };

function page(over: Partial<CodeWorld> = {}) {
  const done: string[] = [];
  const waits: number[] = [];
  let timer: (() => void) | null = null;
  let onBack: (() => void) | null = null;
  let memory: string | null = null;
  let isUp = false;
  const world: CodeWorld = {
    get: () => (isUp ? Promise.resolve({ status: 200, body: health }) : Promise.reject(new Error('down'))),
    after: (ms, run) => {
      waits.push(ms);
      timer = run;
      return () => (timer = null);
    },
    jitterMs: (least) => least,
    onLinkBack: (run) => {
      onBack = run;
      return () => (onBack = null);
    },
    reload: () => void done.push('reload'),
    remembered: () => memory,
    remember: (addresses) => {
      memory = addresses;
      return true;
    },
    ...over,
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  let await_ = codeAwaiting(world);
  return {
    done,
    waits,
    /** As when what was asked for fails: waits anew. */
    fails: (address: string) => await_(address, () => void done.push(`again ${address}`)),
    /** What the page knows is gone, what the tab remembers is not. */
    loadedAgain: () => (await_ = codeAwaiting(world)),
    comesUp: () => (isUp = true),
    turn: async () => {
      const run = timer;
      timer = null;
      run?.();
      await settle();
    },
    linkBack: async () => {
      onBack?.();
      await settle();
    },
    settle,
    isWaiting: () => timer !== null,
  };
}

describe('code that did not come', () => {
  it('[BOARD-37] is asked for again once the server answers, by itself and when the link is back', async () => {
    const { fails, done, turn, comesUp, linkBack } = page();
    fails('/a.js');
    await turn();
    await turn();
    await linkBack();
    expect(done).toEqual([]);
    comesUp();
    await linkBack();
    expect(done).toEqual(['again /a.js']);
  });

  it('[BOARD-37] is asked for by the button too, which never puts an error page in place of the figures', async () => {
    const { fails, done, settle, comesUp } = page();
    const wait = fails('/a.js');
    wait.askNow();
    await settle();
    expect(done).toEqual([]);
    comesUp();
    wait.askNow();
    await settle();
    expect(done).toEqual(['again /a.js']);
  });

  it('[BOARD-38] loads the page again where it does not come from a server that answers, once for each code in a tab', async () => {
    const { fails, done, turn, comesUp, loadedAgain, waits } = page();
    comesUp();
    fails('/a.js').stop();
    for (const address of ['/a.js', '/a.js', '/b.js', '/b.js']) {
      fails(address);
      await turn();
    }
    expect(done).toEqual(['again /a.js', 'reload', 'again /b.js', 'reload']);
    loadedAgain();
    done.splice(0);
    waits.splice(0);
    for (let round = 0; round < 6; round += 1) {
      const wait = fails(round % 2 === 0 ? '/a.js' : '/b.js');
      await turn();
      wait.stop();
    }
    expect(done).toEqual(['/a.js', '/b.js', '/a.js', '/b.js', '/a.js', '/b.js'].map((each) => `again ${each}`));
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
    expect(waits.at(-1)).toBeGreaterThan(4 * (waits[0] ?? 0));
  });

  it('[BOARD-38] loads nothing again where a tab remembers nothing, nor for code without end', async () => {
    const forgetful = page({ remember: () => false });
    forgetful.comesUp();
    for (let round = 0; round < 3; round += 1) {
      forgetful.fails('/a.js');
      await forgetful.turn();
    }
    expect(forgetful.done).not.toContain('reload');
    const { fails, done, turn, comesUp } = page();
    comesUp();
    for (let each = 0; each < 40; each += 1) {
      fails(`/${String(each)}.js`);
      await turn();
      fails(`/${String(each)}.js`);
      await turn();
    }
    expect(done.filter((what) => what === 'reload')).toHaveLength(8);
  });

  it('[BOARD-37] that nobody waits for any more is asked for no more', async () => {
    const { fails, done, comesUp, linkBack, isWaiting } = page();
    fails('/a.js').stop();
    comesUp();
    await linkBack();
    expect([done, isWaiting()]).toEqual([[], false]);
  });
});
