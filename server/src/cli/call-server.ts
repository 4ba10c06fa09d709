import { BadSetting } from '../config.ts';
import { apiAddress } from './api-address.ts';
import type { FoundServer } from './find-server.ts';

/** A refusal by the server, in its own words. */
export class Refused extends Error {
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(sentenceOf(status, body));
    this.body = body;
  }
}

/**
 * One request to `/api/v1`, JSON both ways.
 * @throws Refused when the server says no, BadSetting when there is no server of ours at that address
 */
export async function callServer(
  { url, token }: FoundServer,
  method: 'GET' | 'POST' | 'DELETE',
  route: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(apiAddress(url, route), {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw new BadSetting(`No server answers at ${url}${error instanceof Error ? ` (${reasonOf(error)})` : ''}.`);
  });
  const text = await response.text();
  const answer = text === '' ? null : jsonOf(text, url);
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

function jsonOf(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadSetting(`What answers at ${url} is not this product's server.`);
  }
}

/** `fetch` itself only says that it failed; the system's own word is its cause. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}

function sentenceOf(status: number, body: unknown): string {
  const refusal = body as {
    message?: { en?: string };
    detail?: string;
    findings?: { check: string; message: { en: string } }[];
  } | null;
  const findings = refusal?.findings?.map((finding) => `\n  ${finding.check}: ${finding.message.en}`).join('') ?? '';
  return `${refusal?.message?.en ?? `The server answered ${String(status)}.`}${refusal?.detail === undefined ? '' : ` (${refusal.detail})`}${findings}`;
}
