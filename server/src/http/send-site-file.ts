import { existsSync } from 'node:fs';
import path from 'node:path';

import type { NextFunction, Request, Response } from 'express';

/** How the build lays a file beside itself, in the order in which a reader is given them. */
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/**
 * Sends a file of the built site as small as the reader takes it: the build has compressed it once, with all the time
 * that takes. A file that is not there is the next route's.
 * @param file by its path in the site, from `/`
 */
export function sendSiteFile(
  { folder, file, cacheControl }: { readonly folder: string; readonly file: string; readonly cacheControl: string },
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  const variants = encodings.filter(({ ending }) => existsSync(path.join(folder, `${file}${ending}`)));
  const chosen = variants.find(({ name }) => request.acceptsEncodings(name) === name);
  const headers: Record<string, string> = { 'Cache-Control': cacheControl };
  if (variants.length > 0) response.vary('Accept-Encoding');
  if (chosen !== undefined) {
    response.type(path.extname(file));
    headers['Content-Encoding'] = chosen.name;
  }
  response.sendFile(`${file}${chosen?.ending ?? ''}`, { root: folder, headers }, (error: unknown) => {
    if (error === undefined || error === null || response.headersSent) return;
    response.removeHeader('Content-Encoding');
    next();
  });
}
