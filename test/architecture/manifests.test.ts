import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { repositoryRoot } from './source-file.ts';

interface Manifest {
  readonly [kind: string]: unknown;
}

const manifests = ['package.json', ...['shared', 'server', 'client', 'test'].map((name) => `${name}/package.json`)].map(
  (file) => ({
    file,
    manifest: JSON.parse(readFileSync(path.join(repositoryRoot, file), 'utf8')) as Manifest,
  }),
);

describe('packages', () => {
  it('[HOUSE-20] pin every dependency to one version', () => {
    const loose = manifests.flatMap(({ file, manifest }) =>
      ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
        Object.entries((manifest[kind] ?? {}) as Record<string, string>)
          .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
          .map(([name, version]) => `${file}: ${name} ${version}`),
      ),
    );
    expect(loose).toEqual([]);
  });

  it('[HOUSE-20] are locked whole: every platform has its variant, and no registry is named', () => {
    const text = readFileSync(path.join(repositoryRoot, 'package-lock.json'), 'utf8');
    const { packages } = JSON.parse(text) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const locked = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, '')));
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !locked.has(name))
        .map((name) => `${place}: ${name}`),
    );
    expect(missing, 'npm ci refuses such a lockfile').toEqual([]);
    expect(text).not.toMatch(/"resolved": "https?:/);
  });
});
