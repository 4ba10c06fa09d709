import path from 'node:path';

import type { Mode } from '@yavka/shared/ids';

import { readStartFile } from '../access/start-tokens.ts';
import type { StartTokens } from '../access/start-tokens.ts';
import { BadSetting } from '../config.ts';
import { storeFolder } from '../storage/store-folder.ts';
import { apiAddress } from './api-address.ts';

/** A running server, and a token for it. */
export interface FoundServer {
  readonly url: string;
  readonly token: string;
}

export interface WhereToLook {
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly dataDir: string;
  /** The PostgreSQL of the logs, for the verb that looks into it; without one they are in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly mode: Mode | undefined;
}

/**
 * The server that a verb talks to: the one named by address and token, else the one running in the data folder, found
 * by what its start wrote there.
 *
 * @throws BadSetting when none answers, or when two do and the mode was not said
 */
export async function findServer(
  { url, token, dataDir, mode }: WhereToLook,
  tokenOf: (start: StartTokens) => string | null = (start) => start.adminToken,
): Promise<FoundServer> {
  if (url !== undefined) {
    if (token === undefined) throw new BadSetting('With --url say --token too (or set YAVKA_TOKEN).');
    return { url, token };
  }
  const modes: Mode[] = mode === undefined ? ['live', 'rehearsal'] : [mode];
  const found: FoundServer[] = [];
  for (const candidate of modes) {
    const start = await readStartFile(path.join(storeFolder(dataDir, candidate), 'server.json'));
    if (start !== null && (await isServerOf(start)))
      found.push({ url: start.url, token: token ?? tokenOf(start) ?? start.adminToken });
  }
  const [only] = found;
  if (only === undefined)
    throw new BadSetting(
      `No server is running on ${path.resolve(dataDir)}. Start one with npm start, or say --url and --token.`,
    );
  if (found.length > 1)
    throw new BadSetting('Both a live and a rehearsal server are running: say --live or --rehearsal.');
  return only;
}

/** Whether that start still serves: it takes its token, unlike another folder's server that has come to the same port. */
async function isServerOf({ url, adminToken }: StartTokens): Promise<boolean> {
  return fetch(apiAddress(url, '/tokens'), {
    headers: { Authorization: `Bearer ${adminToken}` },
    signal: AbortSignal.timeout(2_000),
  }).then(
    (response) => response.ok,
    () => false,
  );
}
