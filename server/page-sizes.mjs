import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const siteFolder = fileURLToPath(new URL('../client/dist/site/', import.meta.url));

/**
 * What each page of a built site loads before its first picture: what its HTML names, and the words of one language
 * where they are in files of their own. Read from the files as they are sent.
 * @param {string} [site]
 * @returns {{name: string, script: Record<string, number>, others: number}[]} bytes: of script by language, gzip; of
 *   HTML, sheets and fonts, gzip where that is shorter
 */
export function pageSizes(site = siteFolder) {
  const sizeOf = (/** @type {string} */ file) =>
    statSync(path.join(site, existsSync(path.join(site, `${file}.gz`)) ? `${file}.gz` : file)).size;
  const sum = (/** @type {readonly string[]} */ files) => files.reduce((total, file) => total + sizeOf(file), 0);
  const manifest = JSON.parse(readFileSync(path.join(site, '.vite/manifest.json'), 'utf8'));
  return ['index', 'studio', 'desk'].map((page) => {
    const { name, dynamicImports = [] } = manifest[`${page}.html`];
    const html = readFileSync(path.join(site, `${page}.html`), 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
    const scripts = named.filter((file) => file.endsWith('.js'));
    const words = { kk: 'words-kazakh', ru: 'words-russian', en: 'words-english' };
    const script = Object.entries(words).map(([language, ending]) => {
      const own = dynamicImports.filter((/** @type {string} */ key) => key === `src/${name}/${ending}.ts`);
      return [language, sum([...scripts, ...own.map((/** @type {string} */ key) => manifest[key].file)])];
    });
    const others = sum([`${page}.html`, ...named.filter((file) => !file.endsWith('.js'))]);
    return { name, script: Object.fromEntries(script), others };
  });
}
