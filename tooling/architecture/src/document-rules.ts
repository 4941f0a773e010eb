import { posix } from 'node:path';
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

/** As GitHub names the headings of a page. */
const anchorsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );

/** A link between pages leads to a page, and to a heading where it names one. */
export function findDeadLinks({ files }: Workspace): string[] {
  const pages = new Map(files.filter(({ path }) => path.endsWith('.md')).map(({ path, text }) => [path, text]));
  return [...pages].flatMap(([path, text]) =>
    [...text.matchAll(/\]\((?!\w+:)([^()\s#]*\.md)?(?:#([^()\s]+))?\)/g)].flatMap(([, target, anchor]) => {
      const page = target === undefined ? path : posix.join(posix.dirname(path), target);
      const linked = pages.get(page);
      if (linked === undefined) return [`${path} links ${target}, which is not there`];
      if (anchor === undefined || anchorsOf(linked).includes(anchor)) return [];
      return [`${path} links #${anchor} of ${page}, which has no such heading`];
    }),
  );
}
