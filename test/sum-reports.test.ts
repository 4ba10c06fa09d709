import { describe, expect, it } from 'vitest';

import { resultLine, sumPlaywright, sumVitest } from './sum-reports.mjs';

const vitest = (statuses: readonly string[], file: object = {}): object => ({
  success: true,
  testResults: [
    {
      name: 'a.test.ts',
      status: 'passed',
      message: '',
      assertionResults: statuses.map((status) => ({ status, fullName: 'a' })),
      ...file,
    },
  ],
});
const playwright = (statuses: readonly string[]): object => ({
  suites: [
    {
      title: 'a.e2e.ts',
      suites: [
        {
          title: 'inner',
          specs: statuses.map((status) => ({
            title: 't',
            tests: [{ status, expectedStatus: status === 'skipped' ? 'skipped' : 'passed', results: [] }],
          })),
        },
      ],
    },
  ],
});

describe('the result line', () => {
  it('[HOUSE-21] counts every test of both runners, skipped ones as failed', () => {
    const sums = [
      sumVitest(vitest(['passed', 'passed', 'failed', 'pending'])),
      sumPlaywright(playwright(['expected', 'unexpected', 'flaky', 'skipped'])),
    ];
    expect(resultLine(sums)).toBe('3 passed, 5 failed');
  });

  it('[HOUSE-21] counts a missing report, an empty one and a file that did not load as failures', () => {
    expect(sumVitest(null)).toMatchObject({ passed: 0, failed: 1 });
    expect(sumPlaywright(null)).toMatchObject({ passed: 0, failed: 1 });
    expect(sumVitest({ success: true, testResults: [] })).toMatchObject({ passed: 0, failed: 1 });
    expect(sumPlaywright({ suites: [] })).toMatchObject({ passed: 0, failed: 1 });
    expect(sumVitest(vitest([], { status: 'failed', message: 'SyntaxError' }))).toMatchObject({ passed: 0, failed: 1 });
  });

  it('[HOUSE-21] tells with a failed test of the browser what the server had said', () => {
    const said = {
      name: 'what the server said',
      contentType: 'text/plain',
      body: Buffer.from('no port').toString('base64'),
    };
    const picture = { name: 'screenshot', contentType: 'image/png', path: 'a.png' };
    const result = { errors: [{ message: 'not visible' }], attachments: [picture, said] };
    const test = { status: 'unexpected', expectedStatus: 'passed', results: [result] };
    const { problems } = sumPlaywright({ suites: [{ title: 'a.e2e.ts', specs: [{ title: 't', tests: [test] }] }] });
    expect(problems).toEqual(['unexpected: a.e2e.ts › t\nnot visible\nwhat the server said:\nno port']);
  });

  it('[HOUSE-21] counts what failed outside any test', () => {
    expect(sumVitest({ ...vitest(['passed']), success: false })).toMatchObject({ passed: 1, failed: 1 });
    expect(sumPlaywright({ ...playwright(['expected']), errors: [{ message: 'worker died' }] })).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });
});
