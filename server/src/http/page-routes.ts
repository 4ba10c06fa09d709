import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

import { placeOfPath } from '@yavka/shared/protocol/board-address';
import { Router } from 'express';

import { sendSiteFile } from './send-site-file.ts';

const siteFolder = fileURLToPath(new URL('../../../client/dist/site/', import.meta.url));
const pages = new Map([
  ['/studio', 'studio.html'],
  ['/desk', 'desk.html'],
]);
const forEver = 'public, max-age=31536000, immutable';

export interface PageSettings {
  readonly folder?: string;
  /** What every board fetches first: named with the page itself, so that it is under way before any script is. */
  readonly fetchedFirst?: readonly string[];
}

/** The built pages. Hashed assets are kept for ever, the pages themselves never. */
export function pageRoutes({ folder = siteFolder, fetchedFirst = [] }: PageSettings = {}): Router {
  const link = fetchedFirst.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin=anonymous`).join(', ');
  const router = Router();
  router.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const { path } = request;
    // One board at many addresses: it reads its own.
    const page = pages.get(path.replace(/(?<=.)\/$/, '')) ?? (placeOfPath(path) === null ? undefined : 'index.html');
    if (page !== undefined) {
      if (page === 'index.html' && link !== '') response.setHeader('Link', link);
      return sendSiteFile({ folder, file: `/${page}`, cacheControl: 'no-cache' }, request, response, next);
    }
    const isAsset = path.startsWith('/assets/');
    const cacheControl = isAsset ? forEver : 'public, max-age=3600';
    // What is laid beside a file is that file in another writing, not another one.
    if (/\.(?:html|br|gz)$/.test(path) || path.endsWith('/')) return next();
    if (isAsset) forAnyPage(response);
    sendSiteFile({ folder, file: path, cacheControl }, request, response, next);
  });
  return router;
}

/** An embed in a frame without an origin of its own fetches its files as a stranger would. */
function forAnyPage(response: ServerResponse): void {
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.setHeader('Access-Control-Allow-Origin', '*');
}
