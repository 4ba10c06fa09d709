import { buildIfStale } from './build-if-stale.mjs';

/** `npm start`: builds what is missing or old, then becomes the server; arguments and signals are the server's own. */
try {
  await buildIfStale();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import('./dist/main.js');
