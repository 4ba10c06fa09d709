import type { Post } from './send-command.ts';

/** POSTs JSON with the token in its header, where no address or log of addresses keeps it. */
export const postJson: Post = async (path, body, { token, signal }) => {
  const response = await fetch(path, {
    method: 'POST',
    signal,
    cache: 'no-store',
    headers: {
      'Content-Type': 'application/json',
      ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: readJson(text) };
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
