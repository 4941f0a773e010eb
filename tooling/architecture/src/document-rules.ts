import type { SourceFile, Workspace } from './workspace.ts';

const longestPage = 90;
const longestWay = 5;

const architectureOf = ({ files }: Workspace): SourceFile =>
  files.find(({ path }) => path === 'docs/architecture.md') ?? { path: 'docs/architecture.md', text: '' };

/** Texts in backquotes that are paths of this repository. */
const pathsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/`((?:packages|apps|tooling|docs)\/[\w./-]+)`/g)].flatMap(([, path]) => path ?? []);

/** docs/architecture.md is one page, and the files and folders that it names are there. */
export function findStaleArchitecture(workspace: Workspace): string[] {
  const { text } = architectureOf(workspace);
  const lines = text.trimEnd().split('\n').length;
  const stale = pathsIn(text)
    .map((path) => path.replace(/\/$/, ''))
    .filter((path) => !workspace.files.some((file) => file.path === path || file.path.startsWith(`${path}/`)));
  return [
    ...(lines > longestPage ? [`docs/architecture.md has ${lines} lines, more than ${longestPage}`] : []),
    ...stale.map((path) => `docs/architecture.md names ${path}, which is not there`),
  ];
}

/** `npx` without `-y` asks before it installs, and fails where npm is configured with `yes=false`. */
export function findAskingCommands({ files }: Workspace): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/npx (?!-y )[\w@/-]*pnpm@/g)].map(([command]) => `${path} says "${command}" without -y`),
  );
}

/** The way of a request that docs/architecture.md lists is at most five files long, from the endpoint to a mapper. */
export function findLongWay(workspace: Workspace): string[] {
  const way = [...architectureOf(workspace).text.matchAll(/^\d\. (`[^`]+`)/gm)].flatMap(([, path]) =>
    pathsIn(path ?? ''),
  );
  const [first] = way;
  const isWhole = first?.startsWith('apps/api/') && way.at(-1)?.endsWith('/map-job.ts');
  if (!isWhole) return ['docs/architecture.md shows no way from an endpoint to a mapper'];
  return way.length > longestWay
    ? [`The way of docs/architecture.md has ${way.length} files, more than ${longestWay}`]
    : [];
}
