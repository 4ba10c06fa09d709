import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where the programs of a PostgreSQL are: `initdb` and `postgres`. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/** The folders that may hold them: those of PATH, then Debian's, the newest version first. */
function foldersToLookIn(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    ...(process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean),
    ...versions.map((version) => path.join(debian, version, 'bin')),
  ];
}

/** The machine's own PostgreSQL, or null when it has none. */
export function findPostgres(): PostgresPrograms | null {
  for (const folder of foldersToLookIn()) {
    const programs = { initdb: path.join(folder, 'initdb'), postgres: path.join(folder, 'postgres') };
    if (existsSync(programs.initdb) && existsSync(programs.postgres)) return programs;
  }
  return null;
}
