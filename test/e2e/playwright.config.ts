import { defineConfig } from '@playwright/test';

import { browserLaunch } from './chromium.ts';

const report = process.env['YAVKA_E2E_REPORT'];

/** Two workers, since most of a test is waiting, and no second tries: a test that fails sometimes fails. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // How long anything may take is no test's subject, where it does not say so itself.
  timeout: 300_000,
  globalTimeout: 3_300_000,
  expect: { timeout: 60_000 },
  reporter: report === undefined ? [['list']] : [['dot'], ['json', { outputFile: report }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'ru-RU',
    screenshot: 'only-on-failure',
    // A trace takes a picture of the whole document at every look, which the pages pay for: taken when it is asked for.
    trace: process.env['YAVKA_E2E_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: await browserLaunch(),
  },
});
