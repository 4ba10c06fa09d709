import { fileURLToPath } from 'node:url';

import express, { Router } from 'express';

const siteFolder = fileURLToPath(new URL('../../../client/dist/site/', import.meta.url));
const pages = { '/': 'index.html', '/studio': 'studio.html', '/desk': 'desk.html' } as const;

/** The built pages. Hashed assets are kept for ever, the pages themselves never. */
export function pageRoutes(): Router {
  const router = Router();
  for (const [address, file] of Object.entries(pages)) {
    router.get(address, (_request, response) => {
      response.sendFile(file, { root: siteFolder, headers: { 'Cache-Control': 'no-cache' } });
    });
  }
  router.use('/assets', express.static(`${siteFolder}assets`, { immutable: true, maxAge: '365d', index: false }));
  router.use(express.static(siteFolder, { index: false, maxAge: '1h', extensions: [] }));
  return router;
}
