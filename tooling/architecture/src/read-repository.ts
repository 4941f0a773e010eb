import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from './workspace.ts';

const made = new Set(['node_modules', 'dist', 'coverage']);
const dotFolders = new Set(['.ci', '.github']);
const isText = /\.(?:ts|js|mjs|json|ya?ml|md|sh|txt)$|\/\.ci\/run$/;

const isOurFolder = (name: string): boolean => (name.startsWith('.') ? dotFolders.has(name) : !made.has(name));

/** Every text file of the repository that people write, by its path from the root. */
export async function readRepository(root: string): Promise<readonly SourceFile[]> {
  const paths: string[] = [];
  async function walk(folder: string): Promise<void> {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && isOurFolder(entry.name)) await walk(path);
      if (entry.isFile()) paths.push(relative(root, path).split(sep).join('/'));
    }
  }
  await walk(root);
  const texts = paths.filter((path) => isText.test(`/${path}`) && path !== 'pnpm-lock.yaml').toSorted();
  return Promise.all(texts.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}
