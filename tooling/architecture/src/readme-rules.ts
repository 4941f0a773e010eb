import type { Workspace } from './workspace.ts';

const longestReadme = 60;

/** Every package says in a short README what it is. */
export function findReadmeGaps({ packages }: Workspace): string[] {
  return packages.flatMap(({ folder, files }) => {
    const text = files.find(({ path }) => path === `${folder}/README.md`)?.text;
    if (text === undefined) return [`${folder}/README.md is missing`];
    const lines = text.trimEnd().split('\n').length;
    return lines > longestReadme ? [`${folder}/README.md has ${lines} lines, more than ${longestReadme}`] : [];
  });
}

/** Every README has an example in TypeScript; a test runs all of them. */
export function findReadmesWithoutExample({ packages }: Workspace): string[] {
  return packages.flatMap(({ folder, files }) => {
    const text = files.find(({ path }) => path === `${folder}/README.md`)?.text ?? '';
    return /^```ts$/m.test(text) ? [] : [`${folder}/README.md has no example in a block of ts`];
  });
}

const longestFrontPage = 120;

/** What the project is can be read in a minute; everything else is in docs. */
export function findLongReadme({ files }: Workspace): string[] {
  const text = files.find(({ path }) => path === 'README.md')?.text ?? '';
  const lines = text.trimEnd().split('\n').length;
  return lines > longestFrontPage ? [`README.md has ${lines} lines, more than ${longestFrontPage}`] : [];
}
