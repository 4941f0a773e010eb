import { expect, test } from 'vitest';
import { libraryOf, parseDiagnostics } from './type-check.ts';

test('a diagnostic keeps the lines that explain it', () => {
  const output = [
    "pages/a-1.ts(3,4): error TS2741: Property 'allow' is missing.",
    "  It is required in type 'ConnectorContext'.",
    "pages/b-1.ts(1,1): error TS2307: Cannot find module 'x'.",
    '',
    'Found 2 errors.',
  ].join('\n');
  expect(parseDiagnostics(output)).toEqual([
    {
      path: 'pages/a-1.ts',
      text: "pages/a-1.ts(3,4): error TS2741: Property 'allow' is missing.\n  It is required in type 'ConnectorContext'.",
    },
    { path: 'pages/b-1.ts', text: "pages/b-1.ts(1,1): error TS2307: Cannot find module 'x'." },
  ]);
});

test('a fault of the settings is a diagnostic without a file', () => {
  expect(parseDiagnostics("error TS2688: Cannot find type definition file for 'node'.")).toEqual([
    { path: '', text: "error TS2688: Cannot find type definition file for 'node'." },
  ]);
});

test.each([
  ['pages/a-1.ts', null],
  ['node_modules/zod/index.d.ts', 'zod'],
  ['node_modules/.pnpm/p-queue@10.0.0/node_modules/p-queue/dist/index.d.ts', 'p-queue'],
  ['node_modules/.pnpm/x/node_modules/@crossvault/api/dist/app.d.ts', '@crossvault/api'],
])('a diagnostic in %s is of %s', (path, library) => {
  expect(libraryOf(path)).toBe(library);
});
