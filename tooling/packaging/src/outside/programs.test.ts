import { expect, test } from 'vitest';
import { programsOf, withoutModules } from './programs.ts';

test('every block of TypeScript on a page is a program of its own', () => {
  const page = '# Page\n\n```ts\nfirst();\n```\n\n```sh\nnpm test\n```\n\n```ts\nsecond();\n```\n';
  expect(programsOf('packages/core/README.md', page)).toEqual([
    { id: 'packages/core/README.md#1', path: 'pages/packages-core-readme-1.ts', text: 'first();\n', cwd: '.' },
    { id: 'packages/core/README.md#2', path: 'pages/packages-core-readme-2.ts', text: 'second();\n', cwd: '.' },
  ]);
});

test('a file of an example that another one imports is no program', () => {
  const files = [
    { path: 'examples/report/main.ts', text: "import { rows } from './rows.ts';" },
    { path: 'examples/report/rows.ts', text: '' },
    { path: 'examples/engine/rows.ts', text: '' },
  ];
  expect(withoutModules(files).map(({ path }) => path)).toEqual(['examples/report/main.ts', 'examples/engine/rows.ts']);
});
