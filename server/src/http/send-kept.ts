import type { Response } from 'express';

import type { Encoding } from './encoding-for.ts';
import type { KeptBody } from './kept-bodies.ts';

/**
 * Answers with a body that is kept. What is said of it is said once it is there: an error in its place is no file, is
 * not encoded as it would have been, and is kept by no cache.
 */
export async function sendKept(
  response: Response,
  body: KeptBody,
  encoding: Encoding,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const bytes = await body.as(encoding);
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.set(headers).send(bytes);
}
