import type { Mode } from '@yavka/shared/ids';
import { Command as Program } from 'commander';

import { roles } from './access/access.ts';
import { ArchiveRefused } from './archive/archive-line.ts';
import { exportVerb, importVerb } from './cli/archive-verb.ts';
import { callServer, Refused } from './cli/call-server.ts';
import type { WhereToLook } from './cli/find-server.ts';
import { findServer } from './cli/find-server.ts';
import type { IngestOptions } from './cli/ingest.ts';
import { ingest } from './cli/ingest.ts';
import { verifyLogVerb } from './cli/verify-log-verb.ts';
import { BadSetting, cliSettings } from './config.ts';
import { FolderHeld } from './storage/folder-lock.ts';
import { StoreUnavailable } from './storage/store-unavailable.ts';

/** `yavka <verb>`: talks to a running server over HTTP; opens the data folder only when nobody holds it. */
const defaults = cliSettings();
const program = new Program('yavka')
  .option('--url <address>', 'the server, when it is not the one of the data folder', defaults.url)
  .option('--token <token>', 'a token for it (YAVKA_TOKEN)', defaults.token)
  .option('--data <folder>', 'the data folder (YAVKA_DATA_DIR)', defaults.dataDir)
  .option('--live', 'the live log')
  .option('--rehearsal', 'the rehearsal log');

const modes: readonly Mode[] = ['live', 'rehearsal'];

function where(): WhereToLook {
  const given = program.opts<{ url?: string; token?: string; data: string; live?: true; rehearsal?: true }>();
  const fromEnv = modes.find((mode) => mode === defaults.mode);
  const mode: Mode | undefined = given.live === true ? 'live' : given.rehearsal === true ? 'rehearsal' : fromEnv;
  return { url: given.url, token: given.token, dataDir: given.data, databaseUrl: defaults.databaseUrl, mode };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

program
  .command('ingest <file>')
  .description('enter the announcement in a file (- for standard input)')
  .option('--verify', 'verify it too, which releases it unless withheld', false)
  .option('--source <name>', 'who brought it', 'file')
  .option('--cutoff <id>', 'the cutoff, where the text names none', (id: string) => id, null)
  .option('--override <check:area=reason...>', 'the reason that answers a stop', [])
  .action(async (file: string, options: IngestOptions) => {
    print(await ingest(await findServer(where(), (start) => start.deskToken), file, options));
  });

program
  .command('replay <action> [value]')
  .description('pause, resume, speed TIMES, seek TIME-OR-CUTOFF')
  .action(async (action: string, value: string | undefined) => {
    const server = await findServer(where(), (start) => start.replayToken);
    const body = {
      action,
      ...(action === 'speed' ? { rate: Number(value) } : {}),
      ...(action === 'seek' ? { to: value } : {}),
    };
    print(JSON.stringify(await callServer(server, 'POST', '/replay', body)));
  });

const token = program.command('token').description('access tokens');
token
  .command('create')
  .requiredOption('--label <name>', 'whose it is: a role or a desk, not a person')
  .option('--role <role>', roles.join(', '), 'operator')
  .action(async ({ label, role }: { label: string; role: string }) => {
    const made = (await callServer(await findServer(where()), 'POST', '/tokens', { label, role })) as { token: string };
    print(made.token);
  });
token.command('list').action(async () => {
  const { tokens } = (await callServer(await findServer(where()), 'GET', '/tokens')) as { tokens: object[] };
  for (const held of tokens) print(JSON.stringify(held));
});
token.command('revoke <id>').action(async (id: string) => {
  await callServer(await findServer(where()), 'DELETE', `/tokens/${encodeURIComponent(id)}`);
  print(`Revoked ${id}; its desks are signed out.`);
});

program
  .command('verify-log')
  .description('prove the log: no gap, nothing changed, nothing twice')
  .action(async () => {
    const proof = await verifyLogVerb(where());
    print(JSON.stringify(proof));
    if (proof.problem !== null) process.exitCode = 2;
  });

program
  .command('export <file>')
  .description('write a whole log, as another store can import it (- for standard output)')
  .option('--log <id>', 'this log instead of the one in use')
  .action(async (file: string, { log }: { log?: string }) => {
    const said = await exportVerb(where(), file, log);
    if (said !== null) print(said);
  });

program
  .command('import <file>')
  .description('take an exported log in, exactly as it was written (- for standard input)')
  .option('--in-use', 'put it in the place of the log in use, which is kept')
  .option('--aside', 'keep it beside the log in use')
  .action(async (file: string, { inUse, aside }: { inUse?: true; aside?: true }) => {
    if (inUse === true && aside === true) throw new BadSetting('--in-use and --aside exclude each other.');
    print(await importVerb(where(), file, inUse === true ? 'inUse' : aside === true ? 'aside' : 'unsaid'));
  });

program.parseAsync().catch((error: unknown) => {
  const known = [BadSetting, Refused, FolderHeld, StoreUnavailable, ArchiveRefused].some(
    (kind) => error instanceof kind,
  );
  process.stderr.write(
    `${known && error instanceof Error ? error.message : error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
  );
  process.exitCode = 1;
});
