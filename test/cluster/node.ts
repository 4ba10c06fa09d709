import type { Cable } from '../cable.ts';
import { layCable } from '../cable.ts';
import type { RunningServer } from '../e2e/server.ts';
import { startServer } from '../e2e/server.ts';
import { placeOf } from '../postgres/tcp-proxy.ts';

const skewedClock = new URL('./skewed-clock.mjs', import.meta.url).href;

/** One server of the cluster: a real process with a machine's date of its own, on a cable of its own to the database. */
export interface ClusterNode {
  readonly server: RunningServer;
  readonly cable: Cable;
  stop(): Promise<void>;
}

export async function startNode(
  databaseUrl: string,
  skewMs: number,
  args: readonly string[],
  pack = 'test-two-zones',
): Promise<ClusterNode> {
  const url = new URL(databaseUrl);
  const cable = await layCable(placeOf(url));
  // A database that listens on a socket in a folder is reached by a port now.
  url.searchParams.delete('host');
  url.host = `127.0.0.1:${String(cable.port)}`;
  const server = await startServer({
    ...{ args, pack },
    env: {
      DATABASE_URL: url.href,
      NODE_OPTIONS: `--import ${skewedClock}`,
      TEST_CLOCK_SKEW_MS: String(skewMs),
      YAVKA_LOG_LEVEL: 'warn',
    },
  });
  return {
    server,
    cable,
    stop: async () => {
      await server.kill('SIGKILL');
      await server.stop();
      await cable.remove();
    },
  };
}

/** An access token, made by the administrator of a node. */
export async function makeToken({ server }: ClusterNode, label: string): Promise<string> {
  const response = await fetch(`${server.url}/api/v1/tokens`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${server.adminToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ label, role: 'operator' }),
  });
  return ((await response.json()) as { token: string }).token;
}

/** Revokes the token with that label, by the administrator of a node. */
export async function revokeToken({ server }: ClusterNode, label: string): Promise<void> {
  const headers = { Authorization: `Bearer ${server.adminToken}` };
  const listed = await fetch(`${server.url}/api/v1/tokens`, { headers });
  const { tokens } = (await listed.json()) as { tokens: { id: string; label: string }[] };
  const { id = '' } = tokens.find((token) => token.label === label) ?? {};
  const answer = await fetch(`${server.url}/api/v1/tokens/${id}`, { method: 'DELETE', headers });
  if (!answer.ok) throw new Error(`the token ${label} was not revoked: ${String(answer.status)}`);
}
