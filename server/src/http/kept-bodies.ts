import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Compressed, Encoding } from './encoding-for.ts';
import { onceEach } from './once-each.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const compressors = {
  br: async (plain: Buffer) => compressBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: async (plain: Buffer) => compressGzip(plain),
};

/** A body that was made once; compressed once as well, when somebody takes it so. */
export interface KeptBody {
  as(encoding: Encoding): Promise<Buffer>;
}

/** Bodies that were made for somebody, for the next who ask for the very same. */
export interface KeptBodies {
  holds(place: string): boolean;
  /** The body of that place: the one that is held or being made, else what `make` gives. */
  at(place: string, make: () => Promise<Buffer>): Promise<KeptBody>;
}

/** @param kept how many; those made longest ago go first */
export function keptBodies(kept = 32): KeptBodies {
  const bodies = new Map<string, Promise<KeptBody>>();
  return {
    holds: (place) => bodies.has(place),
    at: async (place, make) => {
      const held = bodies.get(place);
      if (held !== undefined) return held;
      const making = make().then(keptBody);
      bodies.set(place, making);
      for (const old of [...bodies.keys()].slice(0, -kept)) bodies.delete(old);
      // What could not be made is no answer for the next.
      making.catch(() => bodies.delete(place));
      return making;
    },
  };
}

function keptBody(plain: Buffer): KeptBody {
  const compressed = onceEach(async (encoding: Compressed) => compressors[encoding](plain));
  return { as: async (encoding) => (encoding === 'identity' ? plain : compressed(encoding)) };
}
