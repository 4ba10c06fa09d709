/**
 * The address of a database as `postgres://user:password@host:port/name`, checked for its shape only. A folder of a
 * Unix socket may be given as `?host=/run/postgresql` in place of a host.
 *
 * @returns what is wrong with it, in words that do not repeat it (it may hold a password), or null
 */
export function problemOfDatabaseUrl(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null) return 'it is not an address';
  if (!['postgres:', 'postgresql:'].includes(parsed.protocol)) return 'it must begin with postgres://';
  if (parsed.hostname === '' && !parsed.searchParams.has('host')) return 'it names no host';
  if (parsed.pathname.length < 2) return 'it names no database';
  return null;
}

/** The database for people and logs: host, port and name, never the user or the password. */
export function nameOfDatabase(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? hostname;
  return `${host}${port === '' ? '' : `:${port}`}${pathname}`;
}
