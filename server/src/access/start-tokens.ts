import { readFile, rename, writeFile } from 'node:fs/promises';

import type { Mode } from '@yavka/shared/ids';
import { z } from 'zod';

import type { Access, Role } from './access.ts';

const startFileSchema = z.object({
  url: z.string(),
  adminToken: z.string(),
  deskToken: z.string().nullable(),
  replayToken: z.string().nullable(),
});

/** What a start tells the person who started it. A live day gives no desk token away: tokens are made by name. */
export type StartTokens = z.infer<typeof startFileSchema>;

/**
 * Writes `server.json` beside the log, readable by its owner only: where the server is, and the tokens of this folder.
 * The command line finds the running server by it. Tokens that still hold are kept, so that a restart signs nobody out.
 */
export async function startTokens(
  access: Access,
  start: { readonly file: string; readonly url: string; readonly mode: Mode; readonly withReplay: boolean },
): Promise<StartTokens> {
  const kept = await readStartFile(start.file);
  const keepOr = async (token: string | null | undefined, role: Role): Promise<string> => {
    const grant = token === null || token === undefined ? null : await access.check(token);
    return grant?.role === role && token !== null && token !== undefined ? token : access.issue(role, 'start');
  };
  const tokens: StartTokens = {
    url: start.url,
    adminToken: await keepOr(kept?.adminToken, 'admin'),
    deskToken: start.mode === 'rehearsal' ? await keepOr(kept?.deskToken, 'operator') : null,
    replayToken: start.withReplay ? await keepOr(kept?.replayToken, 'replay') : null,
  };
  // Written aside and renamed: whoever reads it meanwhile gets the old one whole or the new one whole.
  const aside = `${start.file}.new`;
  await writeFile(aside, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  await rename(aside, start.file);
  return tokens;
}

/** What the newest start in that folder wrote; null where there is nothing, or nothing that can be read. */
export async function readStartFile(file: string): Promise<StartTokens | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const read = startFileSchema.safeParse(jsonOf(text));
  return read.success ? read.data : null;
}

/** A file cut off in the middle by a full disk must not keep the server from starting. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
