import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { Override } from '@yavka/shared/figures/figure';
import { checkIdSchema } from '@yavka/shared/figures/figure';

import { BadSetting } from '../config.ts';
import { callServer } from './call-server.ts';
import type { FoundServer } from './find-server.ts';

export interface IngestOptions {
  readonly verify: boolean;
  readonly source: string;
  readonly cutoff: string | null;
  /** `M:AREA=reason` or `C=reason`: answers to stops. */
  readonly override: readonly string[];
}

/** Enters the announcement in `file` (`-` for standard input) and, when asked, verifies it. Answers what to print. */
export async function ingest(server: FoundServer, file: string, options: IngestOptions): Promise<string> {
  const text = await readFile(file === '-' ? '/dev/stdin' : file, 'utf8').catch(() => {
    throw new BadSetting(`${file} cannot be read.`);
  });
  const announcementId = `announcement-${randomUUID()}`;
  const { source, cutoff } = options;
  const overrides = options.override.map(readOverride);
  const entered = await callServer(server, 'POST', '/commands', {
    type: 'EnterAnnouncement',
    commandId: randomUUID(),
    announcementId,
    text,
    source,
    cutoff,
    overrides,
  });
  if (!options.verify) return `Entered ${announcementId}: ${JSON.stringify(entered)}`;
  const verified = await callServer(server, 'POST', '/commands', {
    type: 'VerifyAnnouncement',
    commandId: randomUUID(),
    announcementId,
  });
  return `Entered and verified ${announcementId}: ${JSON.stringify(verified)}`;
}

function readOverride(written: string): Override {
  const match = /^([A-Z])(?::([^=]+))?=(.+)$/s.exec(written);
  const check = checkIdSchema.safeParse(match?.[1]);
  if (match === null || !check.success)
    throw new BadSetting(`--override ${written}: write CHECK:AREA=reason or CHECK=reason.`);
  return { check: check.data, area: match[2] ?? null, reason: match[3] ?? '' };
}
