import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { repositoryRoot } from '../public-packages.ts';

/** A program that we show to strangers. */
export interface Program {
  /** How it is named in messages and among the exceptions: `packages/core/README.md#1`, `examples/report/main.ts`. */
  readonly id: string;
  /** Where it stands in the outside project. */
  readonly path: string;
  readonly text: string;
  /** The folder in which it is started, in the outside project. A program of `examples/` reads files beside it. */
  readonly cwd: string;
}

/** The blocks of TypeScript in a page of Markdown, in order. */
const blocksIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');

/** The programs of a page, each a file of its own. */
export function programsOf(page: string, markdown: string): readonly Program[] {
  const stem = page.replace(/\.md$/, '').replaceAll('/', '-').toLowerCase();
  return blocksIn(markdown).map((text, index) => ({
    id: `${page}#${index + 1}`,
    path: `pages/${stem}-${index + 1}.ts`,
    text,
    cwd: '.',
  }));
}

/** Pages whose examples a stranger copies: of the repository, of the published packages, and the documentation. */
const pages = ['README.md', '{packages,apps}/*/README.md', 'docs/**/*.md'];

/** A program of `examples/` is a file beside its README that no other file there imports. */
const examples = ['examples/*/*.ts'];

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

const find = (patterns: readonly string[]): readonly string[] =>
  globSync([...patterns], {
    cwd: repositoryRoot,
    exclude: ['**/node_modules/**', 'docs/api/**', 'docs/api-reports/**'],
  })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();

/** The files of examples that are no modules of others. */
export function withoutModules(files: readonly { readonly path: string; readonly text: string }[]) {
  const modules = new Set(
    files.flatMap(({ path, text }) =>
      [...text.matchAll(/from '(\.\/[^']+)'/g)].map(([, specifier]) =>
        posix.join(posix.dirname(path), specifier ?? ''),
      ),
    ),
  );
  return files.filter(({ path }) => !modules.has(path));
}

/** Every program of the repository that is shown to strangers. */
export function readPrograms(): readonly Program[] {
  const sources = find(examples)
    .filter((path) => !/\.test\.ts$|\.d\.ts$/.test(path))
    .map((path) => ({ path, text: read(path) }));
  return [
    ...find(pages).flatMap((page) => programsOf(page, read(page))),
    ...withoutModules(sources).map(({ path, text }) => ({ id: path, path, text, cwd: posix.dirname(path) })),
  ];
}
