import { randomUUID } from 'node:crypto';

import type { CommandInput } from '@yavka/shared/log/command';

import type { RunningServer } from './server.ts';

type WithoutId<Command> = Command extends unknown ? Omit<Command, 'commandId'> : never;

/** The server's answer to a command, refused or not. */
export async function postCommand(
  server: Pick<RunningServer, 'url'>,
  command: WithoutId<CommandInput>,
  token: string | null,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${server.url}/api/v1/commands`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ ...command, commandId: randomUUID() }),
  });
  return { status: response.status, body: await response.json() };
}

/**
 * Writes as an operator. Answers the command's place in the log.
 * @throws Error with the refusal
 */
export async function sendCommand(server: RunningServer, command: WithoutId<CommandInput>): Promise<number> {
  const { status, body } = await postCommand(server, command, server.deskToken);
  const seq = typeof body === 'object' && body !== null && 'seq' in body ? body.seq : undefined;
  if (status !== 200 || typeof seq !== 'number') throw new Error(`refused (${status}): ${JSON.stringify(body)}`);
  return seq;
}
