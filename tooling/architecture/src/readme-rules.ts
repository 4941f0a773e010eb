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

/** Every README has an example in TypeScript, and a test that runs it. */
export function findReadmesThatDoNotRun({ packages }: Workspace): string[] {
  return packages.flatMap(({ folder, files, code }) => {
    const text = files.find(({ path }) => path === `${folder}/README.md`)?.text ?? '';
    const tests = code.filter(({ path }) => path === `${folder}/src/readme.test.ts`);
    const isRun = tests.some(({ scanned }) => /\brunReadme\s*\(/.test(scanned.code));
    return [
      ...(/^```ts$/m.test(text) ? [] : [`${folder}/README.md has no example in a block of ts`]),
      ...(isRun ? [] : [`${folder}/src/readme.test.ts does not run the README`]),
    ];
  });
}
