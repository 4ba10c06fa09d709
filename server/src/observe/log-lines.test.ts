import { describe, expect, it } from 'vitest';

import { buildLogger, errorLine } from './build-logger.ts';
import { sparingLines } from './sparing-lines.ts';

describe('lines that strangers bring about', () => {
  it('[RUN-5] are one of a kind in ten seconds, with the number of those left out', () => {
    let elapsed = 0;
    const sparing = sparingLines(() => elapsed);
    const written: object[] = [];
    const tell = (kind: string): void => sparing(kind, (more) => written.push({ kind, ...more }));
    for (let count = 0; count < 1_000; count += 1) tell('bad join');
    tell('slow reader');
    elapsed = 10_000;
    tell('bad join');
    elapsed = 20_000;
    tell('bad join');
    expect(written).toEqual([
      { kind: 'bad join' },
      { kind: 'slow reader' },
      { kind: 'bad join', unsaid: 999 },
      { kind: 'bad join' },
    ]);
  });
});

describe('an error in the log', () => {
  it('[RUN-4] is told without the row or the body that libraries hang on it, also as a cause', () => {
    const fromLibrary = Object.assign(new Error('duplicate key'), {
      detail: 'Key (words)=(secret words)',
      code: '23505',
    });
    const told = JSON.stringify(errorLine(new Error('not written', { cause: fromLibrary })));
    expect(told).toContain('duplicate key');
    expect(told).toContain('23505');
    expect(told).toContain('log-lines.test.ts');
    expect(told).not.toContain('secret');
    let syntax: unknown;
    try {
      JSON.parse('secret');
    } catch (error) {
      syntax = error;
    }
    // What is no JSON is quoted by the message itself.
    expect(String(syntax)).toContain('secret');
    expect(JSON.stringify(errorLine(syntax))).not.toContain('secret');
    expect(errorLine('secret')).toEqual({ type: 'string', message: 'not an error' });
  });

  it('[RUN-4] is told so by the server’s own log', () => {
    let written = '';
    const logger = buildLogger('info', { write: (line) => (written += line) });
    logger.error({ err: Object.assign(new Error('duplicate key'), { detail: 'secret words' }) }, 'not written');
    expect(JSON.parse(written)).toMatchObject({
      level: 'error',
      msg: 'not written',
      err: { message: 'duplicate key' },
    });
    expect(written).not.toContain('secret');
  });
});
