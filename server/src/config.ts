import { isIP } from 'node:net';

import type { Mode } from '@yavka/shared/ids';
import { Command as Options, InvalidArgumentError } from 'commander';

import { defaultPackId } from './packs/default-pack.ts';
import { problemOfDatabaseUrl } from './storage/database-url.ts';

/** Everything one may set, read once. The only module that looks at the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** The PostgreSQL that keeps the logs; null keeps them in `dataDir`. It may hold a password: never printed. */
  readonly databaseUrl: string | null;
  readonly packId: string;
  readonly mode: Mode;
  readonly logLevel: string;
  /** Origins besides the server's own whose pages may open a feed. */
  readonly allowedOrigins: readonly string[];
  /** Where readers reach this server, an origin without a slash at its end; null where nobody has said. */
  readonly publicUrl: string | null;
  /** Addresses and networks of the proxies that are believed about where a request comes from (`X-Forwarded-For`). */
  readonly trustedProxies: readonly string[];
  readonly replay: ReplaySettings;
}

export interface ReplaySettings {
  /** False where nothing is announced by itself: a live day, or a rehearsal that people play. */
  readonly enabled: boolean;
  /** Capital time ("20:05") at which the clock is to stand; null starts at the beginning or where it was left. */
  readonly at: string | null;
  /** How many times as fast as the wall's clock. */
  readonly speed: number;
}

/** Something set that cannot be: told to the person who set it, never guessed around. */
export class BadSetting extends Error {}

/** The replay's slowest and fastest, times the wall's clock. */
export const replaySpeeds = { min: 1, max: 3_600, start: 60 } as const;

const settings = {
  PORT: 'port to serve on (4000)',
  YAVKA_HOST: 'address to listen on (0.0.0.0)',
  YAVKA_DATA_DIR: 'folder of the logs, live/ and rehearsal/ apart (./data)',
  YAVKA_PACK: 'election pack to serve (the one that packs/default-pack.json names)',
  YAVKA_MODE: 'live or rehearsal (rehearsal)',
  YAVKA_LOG_LEVEL: 'pino level: fatal, error, warn, info, debug, trace, silent (warn; info in production)',
  YAVKA_ALLOWED_ORIGINS: 'further origins whose pages may open a feed, by commas',
  YAVKA_PUBLIC_URL: 'where readers reach the server, https://yavka.example: for the addresses in its Atom feed (none)',
  YAVKA_TRUSTED_PROXIES: 'proxies believed about who asks: addresses or networks, by commas (loopback)',
  DATABASE_URL:
    'PostgreSQL to keep the logs in, postgres://user:password@host:port/name; the mode must be said with it',
} as const;

/** Read by the command line tool and by the tests, not by the server: known, so not refused. */
const othersSettings: ReadonlySet<string> = new Set(['YAVKA_TOKEN', 'YAVKA_URL', 'YAVKA_CHROMIUM']);

/** The names of all settings, whoever reads them. */
export const knownSettings: readonly string[] = [...Object.keys(settings), ...othersSettings];

/**
 * @param argv arguments after the program's name
 * @throws BadSetting with a sentence for the person who started it
 */
export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  refuseUnknown(env);
  const given = readOptions(argv);
  const databaseUrl = checkedDatabaseUrl(env['DATABASE_URL']);
  const mode = modeOf(given, env);
  const port = wholeNumber('PORT', env['PORT'] ?? '4000', 0, 65_535);
  return {
    port,
    host: env['YAVKA_HOST'] ?? '0.0.0.0',
    dataDir: env['YAVKA_DATA_DIR'] ?? './data',
    databaseUrl,
    packId: env['YAVKA_PACK'] ?? defaultPackId(),
    mode,
    logLevel: oneOf('YAVKA_LOG_LEVEL', env['YAVKA_LOG_LEVEL'] ?? (isProduction(env) ? 'info' : 'warn'), [
      'fatal',
      'error',
      'warn',
      'info',
      'debug',
      'trace',
      'silent',
    ]),
    allowedOrigins: byCommas(env['YAVKA_ALLOWED_ORIGINS'] ?? ''),
    publicUrl: publicUrl(env['YAVKA_PUBLIC_URL']),
    trustedProxies: proxies(env['YAVKA_TRUSTED_PROXIES'] ?? 'loopback'),
    replay: {
      enabled: mode === 'rehearsal' && given.replay,
      at: given.at ?? null,
      speed: given.speed ?? replaySpeeds.start,
    },
  };
}

interface Given {
  readonly live?: boolean;
  readonly rehearsal?: boolean;
  readonly at?: string;
  readonly speed?: number;
  readonly replay: boolean;
}

function readOptions(argv: readonly string[]): Given {
  const options = new Options('yavka')
    .option('--live', 'serve a live day: empty until somebody enters something')
    .option('--rehearsal', 'serve a rehearsal, drawn as such on every page (the default)')
    .option('--at <time>', 'stand at this capital time, with everything announced until then', timeOfDay)
    .option('--speed <times>', 'how fast the replay runs, 1 to 3600', speed)
    .option('--no-replay', 'announce nothing by itself')
    .addHelpText(
      'after',
      `\nEnvironment:\n${Object.entries(settings)
        .map(([name, says]) => `  ${name.padEnd(24)}${says}`)
        .join('\n')}`,
    )
    .exitOverride((exit) => {
      if (exit.code === 'commander.helpDisplayed') process.exit(0);
      throw new BadSetting(exit.message);
    })
    .configureOutput({ writeErr: () => undefined });
  const given = options.parse([...argv], { from: 'user' }).opts<Given>();
  if (given.live === true && given.rehearsal === true)
    throw new BadSetting('--live and --rehearsal exclude each other.');
  if (given.live === true && (given.at !== undefined || given.speed !== undefined)) {
    throw new BadSetting('--at and --speed are for a rehearsal: a live day keeps the real time.');
  }
  return given;
}

/** Where real work or a shared database is at stake the mode must be said, so that nobody goes on air with a rehearsal or the reverse. */
function modeOf(given: Given, env: Readonly<Record<string, string | undefined>>): Mode {
  const fromEnv = env['YAVKA_MODE'];
  if (fromEnv !== undefined && fromEnv !== 'live' && fromEnv !== 'rehearsal') {
    throw new BadSetting(`YAVKA_MODE is "${fromEnv}": it must be live or rehearsal.`);
  }
  const fromArgs = given.live === true ? 'live' : given.rehearsal === true ? 'rehearsal' : undefined;
  if (fromArgs !== undefined && fromEnv !== undefined && fromArgs !== fromEnv) {
    throw new BadSetting(`--${fromArgs} contradicts YAVKA_MODE=${fromEnv}.`);
  }
  const said = fromArgs ?? fromEnv;
  if (said === undefined && isProduction(env)) {
    throw new BadSetting('With NODE_ENV=production say --live or --rehearsal (or set YAVKA_MODE).');
  }
  if (said === undefined && env['DATABASE_URL'] !== undefined) {
    throw new BadSetting('With DATABASE_URL say --live or --rehearsal (or set YAVKA_MODE).');
  }
  return said ?? 'rehearsal';
}

/**
 * The address of a database, null for none. It is never repeated: it may hold a password.
 *
 * @throws BadSetting when it is none
 */
export function checkedDatabaseUrl(url: string | undefined): string | null {
  if (url === undefined) return null;
  const problem = problemOfDatabaseUrl(url);
  if (problem === null) return url;
  throw new BadSetting(`DATABASE_URL: ${problem}. Say postgres://user:password@host:port/name.`);
}

function refuseUnknown(env: Readonly<Record<string, string | undefined>>): void {
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('YAVKA_') && !(name in settings) && !othersSettings.has(name),
  );
  if (unknown.length > 0) {
    throw new BadSetting(`Unknown setting ${unknown.join(', ')}. Known: ${Object.keys(settings).join(', ')}.`);
  }
}

function timeOfDay(value: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) throw new InvalidArgumentError('say a time as HH:MM, in capital time.');
  return value;
}

function speed(value: string): number {
  const times = Number(value);
  if (!(times >= replaySpeeds.min && times <= replaySpeeds.max))
    throw new InvalidArgumentError('say a number from 1 to 3600.');
  return times;
}

function wholeNumber(name: string, value: string, min: number, max: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < min || number > max || value.trim() === '') {
    throw new BadSetting(`${name} is "${value}": it must be a whole number from ${String(min)} to ${String(max)}.`);
  }
  return number;
}

function byCommas(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** An origin and nothing behind it: every page has its own path there. */
function publicUrl(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  // What an address may carry besides (a name and password, a path, a search) would be in no link that is made of it.
  if (url !== null && isWeb && url.href === `${url.origin}/`) return url.origin;
  throw new BadSetting(
    'YAVKA_PUBLIC_URL is no address to reach the server at: say https://yavka.example, with no path.',
  );
}

/** `loopback`, or addresses with or without the length of a network (`10.0.0.0/8`). */
function proxies(value: string): string[] {
  for (const proxy of byCommas(value)) {
    const [address = '', length, ...more] = proxy.split('/');
    const bits = isIP(address) === 6 ? 128 : isIP(address) === 4 ? 32 : -1;
    const isNetwork = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits);
    if (proxy === 'loopback' || (bits > 0 && isNetwork && more.length === 0)) continue;
    throw new BadSetting(`YAVKA_TRUSTED_PROXIES has "${proxy}": say addresses or networks (10.0.0.0/8), by commas.`);
  }
  return byCommas(value);
}

function oneOf(name: string, value: string, allowed: readonly string[]): string {
  if (!allowed.includes(value)) throw new BadSetting(`${name} is "${value}": it must be one of ${allowed.join(', ')}.`);
  return value;
}

/** Whether this start is for real work: everything it says is then a line of the log, and no token is among it. */
export function isProduction(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return env['NODE_ENV'] === 'production';
}

/** What the command line tool takes from the environment, unchecked: most verbs need none of it. */
export function cliSettings(env: Readonly<Record<string, string | undefined>> = process.env) {
  return {
    url: env['YAVKA_URL'],
    token: env['YAVKA_TOKEN'],
    dataDir: env['YAVKA_DATA_DIR'] ?? './data',
    databaseUrl: env['DATABASE_URL'],
    mode: env['YAVKA_MODE'],
  };
}
