import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a process that loads PostgreSQL ends with its own exit code', () => {
  const module = new URL('./load-postgres.ts', import.meta.url).href;
  const program = `const { loadPostgres } = await import(${JSON.stringify(module)}); await loadPostgres(); process.exitCode = 3;`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
});
