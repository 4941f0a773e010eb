import { expect, test } from 'vitest';
import { judge, sortDiagnostics } from './judge-programs.ts';

const program = { id: 'README.md#1', path: 'pages/readme-1.ts', text: '', cwd: '.' };
const none = { programs: {}, libraries: {} };

test('a diagnostic is of the program or of the library in whose file it is', () => {
  const { failures, libraries } = sortDiagnostics(
    [
      { path: 'pages/readme-1.ts', text: 'one' },
      { path: 'node_modules/p-queue/index.d.ts', text: 'two' },
    ],
    [program],
  );
  expect(failures).toEqual([{ program: 'README.md#1', text: 'one' }]);
  expect([...libraries]).toEqual([['p-queue', ['two']]]);
});

test('a failure and a library that is unsound are breaches', () => {
  expect(judge([{ program: 'README.md#1', text: 'one' }], new Map([['p-queue', ['two']]]), none)).toEqual([
    'README.md#1: one',
    'The declarations of p-queue do not type-check: two (1 in all)',
  ]);
});

test('an exception with its reason lets both pass', () => {
  const exceptions = { programs: { 'README.md#1': 'Reason.' }, libraries: { 'p-queue': 'Reason.' } };
  expect(judge([{ program: 'README.md#1', text: 'one' }], new Map([['p-queue', ['two']]]), exceptions)).toEqual([]);
});

test('an exception that is not needed is a breach', () => {
  const exceptions = { programs: { 'README.md#1': 'Reason.' }, libraries: { 'p-queue': 'Reason.' } };
  expect(judge([], new Map(), exceptions)).toEqual([
    'README.md#1 is an exception in tooling/packaging/src/outside/exceptions.ts and works: delete the entry',
    'p-queue is an exception in tooling/packaging/src/outside/exceptions.ts and works: delete the entry',
  ]);
});
