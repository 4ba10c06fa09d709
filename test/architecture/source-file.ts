import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the repository: `path` from its root with `/`, and what it says. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

const leftOut = new Set(['node_modules', 'dist', '.git', '.tmp', 'test-results']);

/** Every file under a folder of the repository whose name ends as asked, in the order of their paths; none when the folder is missing. */
export function readSourceFiles(folder: string, endings: readonly string[]): SourceFile[] {
  const files: SourceFile[] = [];
  const visit = (inside: string): void => {
    for (const item of readdirSync(path.join(repositoryRoot, inside), { withFileTypes: true })) {
      const itemPath = `${inside}/${item.name}`;
      if (item.isDirectory()) {
        if (!leftOut.has(item.name)) visit(itemPath);
      } else if (endings.some((ending) => item.name.endsWith(ending))) {
        files.push({ path: itemPath, text: readFileSync(path.join(repositoryRoot, itemPath), 'utf8') });
      }
    }
  };
  if (readdirSync(repositoryRoot).includes(folder.split('/')[0] ?? '')) visit(folder);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function isTestFile(file: { readonly path: string }): boolean {
  return /\.test\.tsx?$/.test(file.path) || file.path.startsWith('test/') || /(^|[/.-])fixtures?[/.-]/.test(file.path);
}
