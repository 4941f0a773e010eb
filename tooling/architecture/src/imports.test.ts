import { expect, test } from 'vitest';
import { packageNamed, readImports } from './imports.ts';
import { scanCode } from './scan-code.ts';

test.each([
  ["import a from 'a';", [['a', 'static']]],
  ["import 'a';", [['a', 'static']]],
  ["import * as a from './a.ts';", [['./a.ts', 'static']]],
  ["import {\n  type A,\n  b as c,\n} from 'a';", [['a', 'static']]],
  ["import type { A } from 'a';", [['a', 'type']]],
  ["export { a } from './a.ts';", [['./a.ts', 'static']]],
  ["export type { A } from './a.ts';", [['./a.ts', 'type']]],
  ["export * from 'a';", [['a', 'static']]],
  ["const a = await import('a');", [['a', 'dynamic']]],
  ["type A = import('a').A;", [['a', 'dynamic']]],
  ["export const from = 'a';\nexport type A = 'b';\nexport function f(a = 'c') {}", []],
  ["// import a from 'a';\nconst text = \"import b from 'b'\";", []],
  ['import.meta.dirname;', []],
])('%j', (text, imports) => {
  expect(readImports(scanCode(text)).map(({ specifier, kind }) => [specifier, kind])).toEqual(imports);
});

test.each([
  ['zod', 'zod'],
  ['zod/v4', 'zod'],
  ['@crossvault/core', '@crossvault/core'],
  ['@crossvault/core/src/job.ts', '@crossvault/core'],
  ['./job.ts', null],
  ['../job.ts', null],
  ['node:path', null],
])('%s names the package %s', (specifier, name) => {
  expect(packageNamed(specifier)).toBe(name);
});
