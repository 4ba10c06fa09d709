/**
 * What a Vitest JSON report counts.
 * @param {unknown} report the parsed report, or null when none was left
 * @returns {{passed: number, failed: number, problems: string[]}} a test that did not run counts as failed
 */
export function sumVitest(report) {
  if (report === null) return { passed: 0, failed: 1, problems: ['vitest left no report'] };
  const sum = { passed: 0, failed: 0, problems: [] };
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') sum.passed += 1;
      else {
        sum.failed += 1;
        sum.problems.push(
          `${test.status}: ${file.name} › ${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`.trim(),
        );
      }
    }
    // A file that could not be loaded has no tests to count.
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      sum.failed += 1;
      sum.problems.push(`failed: ${file.name}\n${file.message}`.trim());
    }
  }
  // Errors outside any test (an unhandled rejection) fail the run without failing a test.
  if (report.success === false && sum.failed === 0) {
    sum.failed += 1;
    sum.problems.push('vitest failed outside its tests');
  }
  return nothingIsAFailure(sum, 'vitest');
}

/**
 * What a Playwright JSON report counts: a test passes only when its one attempt did.
 * @param {unknown} report the parsed report, or null when none was left
 * @returns {{passed: number, failed: number, problems: string[]}}
 */
export function sumPlaywright(report) {
  if (report === null) return { passed: 0, failed: 1, problems: ['playwright left no report'] };
  const sum = { passed: 0, failed: 0, problems: [] };
  const visit = (suite, above) => {
    const title = [...above, suite.title].filter(Boolean);
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected' && test.expectedStatus === 'passed') sum.passed += 1;
        else {
          sum.failed += 1;
          const messages = test.results.flatMap((result) => (result.errors ?? []).map((error) => error.message));
          const told = [...messages, ...test.results.flatMap(attachedTexts)];
          sum.problems.push(`${test.status}: ${[...title, spec.title].join(' › ')}\n${told.join('\n')}`.trim());
        }
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, title);
  };
  for (const suite of report.suites ?? []) visit(suite, []);
  for (const error of report.errors ?? []) {
    sum.failed += 1;
    sum.problems.push(`outside the tests: ${error.message}`);
  }
  return nothingIsAFailure(sum, 'playwright');
}

/** The last lines of each text that a test left with its result: what a server had said. */
function attachedTexts({ attachments = [] }) {
  return attachments
    .filter(({ contentType, body }) => contentType === 'text/plain' && body !== undefined)
    .map(
      ({ name, body }) =>
        `${name}:\n${Buffer.from(body, 'base64').toString().trim().split('\n').slice(-40).join('\n')}`,
    );
}

/** A runner that found no test has not passed. */
function nothingIsAFailure(sum, runner) {
  if (sum.passed + sum.failed > 0) return sum;
  return { passed: 0, failed: 1, problems: [`${runner} found no test`] };
}

/** Both reports as the one line that ends `npm test`. */
export function resultLine(sums) {
  const total = (field) => sums.reduce((count, sum) => count + sum[field], 0);
  return `${total('passed')} passed, ${total('failed')} failed`;
}
