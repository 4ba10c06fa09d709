import { createRequire } from 'node:module';

import { buildApp } from './build-app.ts';
import { machineElapsed } from './clock/election-clock.ts';
import { BadSetting, isProduction, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { endOnSignals } from './end-on-signals.ts';
import { buildLogger } from './observe/build-logger.ts';
import { PackRefused } from './packs/pack-refused.ts';
import { FolderHeld } from './storage/folder-lock.ts';
import { LogBroken } from './storage/log-broken.ts';
import { StoreUnavailable } from './storage/store-unavailable.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** Starts the server, says where it is, and ends it on SIGINT or SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2));
  const logger = buildLogger(config.logLevel);
  const app = await buildApp(config, version, logger);
  if (!isProduction()) announceStart(config, app);

  endOnSignals(
    {
      on: (signal, listener) => process.on(signal, listener),
      exit: (code) => process.exit(code),
      elapsed: machineElapsed,
      after: (ms, run) => {
        setTimeout(run, ms).unref();
      },
    },
    app.close,
    (word) => {
      if (word.word === 'failed') logger.error({ err: word.error }, 'could not end cleanly');
      else if (word.word === 'ending') logger.info({ signal: word.signal }, 'ending');
      else if (word.word === 'ended') logger.info('ended');
      else logger.warn({ because: word.word }, 'ends without waiting any longer');
    },
  );
}

function announceStart({ mode, packId, replay }: Config, { url, tokens }: Awaited<ReturnType<typeof buildApp>>): void {
  const lines = [
    `Yavka ${version}, ${mode === 'live' ? 'LIVE' : 'rehearsal'}: ${packId}`,
    ...(replay.enabled && tokens.replayToken !== null
      ? [`Board, with the replay's controls: ${url}/#replay=${tokens.replayToken}`]
      : []),
    `Board: ${url}/`,
    `Studio: ${url}/studio?scene=national  ${url}/studio?scene=map`,
    `Desk: ${url}/desk`,
    ...(tokens.deskToken === null
      ? ['Desk token: make one with  npm run yavka -- token create --label NAME']
      : [`Desk token: ${tokens.deskToken}`]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Errors that are the starter's to mend are told in their own sentence; anything else is a bug and shows its stack. */
main().catch((error: unknown) => {
  const known =
    error instanceof BadSetting ||
    error instanceof PackRefused ||
    error instanceof FolderHeld ||
    error instanceof LogBroken ||
    error instanceof StoreUnavailable;
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const text = known
    ? error.message
    : inUse
      ? 'The port is taken: set PORT to another one.'
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
