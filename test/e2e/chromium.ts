import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What Playwright needs to launch a browser. */
export interface BrowserLaunch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** Nothing that loosens the web's own rules: the package's proposed arguments switch them off, and tests of origins would be empty. */
const args = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];

const unpackScript = `
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
`;

/**
 * The browser of the tests: `YAVKA_CHROMIUM` when set, else the Chromium inside the npm package, unpacked once into
 * `.tmp/` with the libraries that a bare Debian lacks.
 * @throws Error telling what to set where the package has no browser for this machine
 */
export async function browserLaunch(): Promise<BrowserLaunch> {
  const environment = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const chosen = process.env['YAVKA_CHROMIUM'];
  if (chosen !== undefined) return { executablePath: chosen, args, env: environment };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The npm package has a Chromium for x64 Linux only: set YAVKA_CHROMIUM to the path of one on this machine.',
    );
  }
  const folder = await unpackedFolder();
  return {
    executablePath: path.join(folder, 'chromium'),
    args,
    env: {
      ...environment,
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), environment['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  };
}

/** Unpacks beside, then renames, so that a folder under the final name is whole. */
async function unpackedFolder(): Promise<string> {
  const manifest = path.resolve(
    path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../../package.json',
  );
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const temporary = fileURLToPath(new URL('../../.tmp/', import.meta.url));
  const folder = path.join(temporary, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(temporary, { recursive: true });
  const unpacking = mkdtempSync(path.join(temporary, 'unpacking-'));
  // The package unpacks into TMPDIR, and its libraries only where it believes to be in a bare container.
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpackScript], {
    cwd: path.dirname(fileURLToPath(import.meta.url)),
    env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  writeFileSync(path.join(unpacking, 'fonts/fonts.conf'), fontsConf(path.join(folder, 'fonts')));
  try {
    renameSync(unpacking, folder);
  } catch (error) {
    rmSync(unpacking, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Only the package's own fonts, so that a picture is the same on every machine; pages bring theirs. */
function fontsConf(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir><config></config></fontconfig>
`;
}
