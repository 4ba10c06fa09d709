import { buildIfStale } from './build-if-stale.mjs';

/** `npm run yavka -- <verb>`: the command line, built first when its sources are newer. */
try {
  await buildIfStale({ only: ['server'] });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import('./dist/cli.js');
