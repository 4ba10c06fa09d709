import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
/** What gets smaller; fonts are compressed already. */
const compressible = /\.(?:html|js|css|svg|json)$/;

/**
 * Lays a `.br` and a `.gz` beside every file of a built site that gets smaller by it: compressed once and as small as
 * can be, not at each request.
 * @param {string} folder
 */
export async function compressSite(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && compressible.test(entry.name) && !entry.parentPath.endsWith('.vite'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const plain = readFileSync(file);
      const [brotli, gzipped] = await Promise.all([
        toBrotli(plain, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
          },
        }),
        toGzip(plain, { level: constants.Z_BEST_COMPRESSION }),
      ]);
      if (brotli.length < plain.length) writeFileSync(`${file}.br`, brotli);
      if (gzipped.length < plain.length) writeFileSync(`${file}.gz`, gzipped);
    }),
  );
}
