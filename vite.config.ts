import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const serverAddress = 'http://127.0.0.1:4000';
const page = (name: string) => fileURLToPath(new URL(`client/${name}.html`, import.meta.url));

/** The embeds' pages are written by the server; theirs here is the script. */
const embedScript = fileURLToPath(new URL('client/src/embed/main.ts', import.meta.url));

/** In development Vite serves the pages: under the addresses that the server gives them. */
const pageAddresses: Plugin = {
  name: 'page-addresses',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const found = /^\/(studio|desk)(?=$|[/?])/.exec(request.url ?? '');
      if (found !== null) request.url = `/${found[1]}.html${request.url?.slice(found[0].length) ?? ''}`;
      next();
    });
  },
};

/** How long a test may take is no test's subject: a busy machine must not turn one red. */
const patience = { testTimeout: 240_000, hookTimeout: 240_000, expect: { poll: { timeout: 60_000 } } };

/** Tests of what is pure, or whose every part is made anew by the test: their files may share one process. */
const pureTests = ['shared/src/**/*.test.ts', 'client/src/**/*.test.ts', 'test/architecture/**/*.test.ts'];

const longest = ['test/simulation/', 'test/crash/', 'test/contract/', 'test/archive/', 'server/src/archive/'];

/** Files that take long begin first, so that no processor stands idle at the end while another finishes the longest. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((folder) => moduleId.includes(`/${folder}`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Whether a board loads a module at once: its page comes to it by imports that wait for nobody. */
function isOfFirstView(id: string, asked: Rolldown.ChunkingContext, seen = new Set<string>()): boolean {
  if (id === page('index')) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return asked.getModuleInfo(id)?.importers.some((each) => isOfFirstView(each, asked, seen)) ?? false;
}

const together = { tags: ['$initial' as const], includeDependenciesRecursively: false };

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('client', import.meta.url)),
  plugins: [react(), pageAddresses],
  resolve: {
    conditions: ['source', 'module', 'browser', mode === 'production' ? 'production' : 'development'],
  },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    // Says which chunks each page loads at once; the sizes printed after a build are read from it.
    manifest: true,
    // A font inside a style sheet is what the pages' policy forbids, and what no preload finds.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    target: 'es2022',
    // A browser that knows no preloading of modules loads them all the same, when it comes to them.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What the embeds need of the pages is little, and must not bring the rest with it.
            {
              ...together,
              name: 'few',
              test: /client.src.feed.(timer|random|clock-reading|page-elapsed)\.ts|preload-helper/,
              priority: 2,
            },
            // What draws an embed anew is what all pages share of the election, without what they are drawn with.
            {
              ...together,
              // What only the studio and the embeds draw must not keep a board waiting.
              name: (id, asked) => (isOfFirstView(id, asked) ? 'election' : 'pictures'),
              test: /shared.src|node_modules.(zod|@noble)/,
              minShareCount: 3,
              priority: 1,
            },
            // What all pages load at once is one file, not forty: they compress better together. Who said a figure is told
            // behind the board's first view alone.
            { ...together, name: 'common', test: /^(?!.*use-source-name)/, minShareCount: 3 },
          ],
        },
      },
      input: { board: page('index'), studio: page('studio'), desk: page('desk'), embed: embedScript },
    },
  },
  server: {
    proxy: { '/api': serverAddress, '/embed': serverAddress, '/socket.io': { target: serverAddress, ws: true } },
  },
  test: {
    root: '.',
    // Every processor: much of a test is waiting for a store, a timer or another process.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root: '.',
        resolve: { conditions: ['source'] },
        ssr: { resolve: { conditions: ['source'] } },
        test: {
          name: 'pure',
          ...patience,
          environment: 'node',
          isolate: false,
          include: pureTests,
          server: { deps: { inline: [/@yavka\//] } },
        },
      },
      {
        root: '.',
        resolve: { conditions: ['source'] },
        ssr: { resolve: { conditions: ['source'] } },
        test: {
          name: 'node',
          ...patience,
          environment: 'node',
          globalSetup: 'test/postgres/global-setup.ts',
          include: ['server/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'test/architecture/**', 'test/e2e/**', 'test/bench/**'],
          server: { deps: { inline: [/@yavka\//] } },
        },
      },
      {
        root: '.',
        plugins: [react()],
        resolve: { conditions: ['source', 'module', 'browser', 'development'] },
        test: {
          name: 'dom',
          ...patience,
          environment: 'jsdom',
          include: ['client/src/**/*.test.tsx'],
          setupFiles: ['test/dom-patience.ts'],
          server: { deps: { inline: [/@yavka\//] } },
        },
      },
    ],
  },
}));
