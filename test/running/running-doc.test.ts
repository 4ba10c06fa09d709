import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { roles } from '@yavka/server/access/access';
import { knownSettings, readConfig } from '@yavka/server/config';
import { endWithinMs } from '@yavka/server/end-on-signals';
import { describe, expect, it } from 'vitest';

import { repositoryRoot } from '../architecture/source-file.ts';
import { docTable } from './doc-table.ts';

const file = 'docs/running.md';
const text = readFileSync(path.join(repositoryRoot, file), 'utf8');
const nameOf = (cell = ''): string => cell.replaceAll('`', '');
const rows = docTable(file, 'setting');

describe('docs/running.md', () => {
  it('[RUN-11] lists every setting that the program knows, and no other', () => {
    expect(rows.map((row) => nameOf(row['setting'])).toSorted()).toEqual([...knownSettings, 'NODE_ENV'].toSorted());
    expect(rows.filter((row) => Object.values(row).some((cell) => cell === ''))).toEqual([]);
  });

  it('[RUN-11] has the defaults that the program has', () => {
    const config = readConfig([], {});
    const told = new Map(rows.map((row) => [nameOf(row['setting']), row['default']]));
    expect(told.get('PORT')).toBe(String(config.port));
    expect(told.get('YAVKA_HOST')).toBe(config.host);
    expect(told.get('YAVKA_DATA_DIR')).toBe(config.dataDir);
    expect(told.get('YAVKA_MODE')).toBe(config.mode);
    const inProduction = readConfig(['--live'], { NODE_ENV: 'production' });
    expect(told.get('YAVKA_LOG_LEVEL')).toBe(`${config.logLevel}; ${inProduction.logLevel} in production`);
    expect([config.allowedOrigins.length, config.databaseUrl, config.publicUrl]).toEqual([0, null, null]);
    for (const name of ['YAVKA_ALLOWED_ORIGINS', 'DATABASE_URL', 'YAVKA_PUBLIC_URL'])
      expect(told.get(name)).toBe('none');
  });

  it('[RUN-11] marks what carries a secret', () => {
    const secret = rows.filter((row) => row['secret'] === 'yes').map((row) => nameOf(row['setting']));
    expect(secret.toSorted()).toEqual(['DATABASE_URL', 'YAVKA_TOKEN']);
  });

  it('[RUN-11] names every role, and files that are there', () => {
    expect(
      docTable(file, 'role')
        .map((row) => nameOf(row['role']))
        .toSorted(),
    ).toEqual([...roles].toSorted());
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !existsSync(path.join(repositoryRoot, 'docs', link)))).toEqual([]);
  });

  it('[RUN-3, RUN-11] lets the unit wait longer than the server takes', () => {
    const unit = readFileSync(path.join(repositoryRoot, 'docs/deployment/yavka.service'), 'utf8');
    const seconds = Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]);
    expect(seconds * 1_000).toBeGreaterThan(endWithinMs);
  });
});
