import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

const run = (code: string) => runProgram([process.execPath, '-e', code], /^done/);

test('a program that succeeds and says what it should is measured', () => {
  expect(run('console.log("done")').wallMs).toBeGreaterThan(0);
});

test('a program that fails or says something else is not measured', () => {
  expect(() => run('console.log("done"); process.exitCode = 6')).toThrow('ended with 6');
  expect(() => run('console.log("nothing")')).toThrow('ended with 0:  nothing');
});
