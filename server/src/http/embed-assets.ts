import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

/** The built script and sheets of the embeds, by their addresses. */
export interface EmbedAssets {
  readonly script: string | null;
  readonly sheets: readonly string[];
}

const manifestFile = fileURLToPath(new URL('../../../client/dist/site/.vite/manifest.json', import.meta.url));
const entry = 'src/embed/main.ts';
const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).optional(), imports: z.array(z.string()).optional() }),
);

/**
 * Reads what the site's build says of itself. Where it was not built, as under the developer's server, embeds have
 * their words and figures and nothing else.
 */
export function embedAssets(file = manifestFile): EmbedAssets {
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const built = manifest[entry];
    if (built === undefined) return { script: null, sheets: [] };
    const within = [built, ...(built.imports ?? []).flatMap((key) => manifest[key] ?? [])];
    return {
      script: `/${built.file}`,
      sheets: [...new Set(within.flatMap(({ css }) => css ?? []))].map((sheet) => `/${sheet}`),
    };
  } catch {
    return { script: null, sheets: [] };
  }
}
