import type { Get } from './read-server.ts';

/** Asks the server that the page came from. */
export const getJson: Get = async (path, { token, fresh, signal }) => {
  const response = await fetch(path, {
    signal,
    cache: fresh ? 'no-store' : 'default',
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  });
  const body: unknown = response.ok ? await response.json() : null;
  return { status: response.status, body };
};
