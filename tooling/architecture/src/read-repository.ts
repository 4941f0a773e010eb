import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from './workspace.ts';

const made = new Set(['node_modules', 'dist', 'coverage', 'templates']);
const dotFolders = new Set(['.ci', '.github']);
const isText = /\.(?:ts|js|mjs|json|ya?ml|md|sh|txt)$|\/\.ci\/run$/;

/** Every text file of the repository that people write, by its path from the root. */
export async function readRepository(root: string): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  async function walk(folder: string): Promise<void> {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        const isOurs = entry.name.startsWith('.') ? dotFolders.has(entry.name) : !made.has(entry.name);
        if (isOurs) await walk(path);
      } else if (entry.isFile() && isText.test(path.split(sep).join('/')) && entry.name !== 'pnpm-lock.yaml') {
        files.push({ path: relative(root, path).split(sep).join('/'), text: await readFile(path, 'utf8') });
      }
    }
  }
  await walk(root);
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
