import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const examples = join(import.meta.dirname, '../../../examples');
const mostLines = 60;

/** What each program prints; one that is not listed fails the test. */
const printed: Readonly<Record<string, readonly RegExp[]>> = {
  'engine/with-a-store.ts': [/^Synchronized: current, 1 job stored\.$/m, /^ukwest failed as of 20\d\d-/m],
  'engine/without-a-store.ts': [/ukwest failed Nightly/, /uksouth succeeded Nightly/, /^ukold .*502/m, /not complete/],
  'mapping/explain-a-session.ts': [
    /^backup warning has a problem Nightly 1222\.877 s$/m,
    /^status: status = Warning\. /m,
  ],
  'own-connector/list-failed.ts': [/^2026-03-01T21:00:00.000Z coldstore restore failed Disk full\.$/m],
  'typed-client/failed-sessions.ts': [/^2026-03-02T01:00:00Z PolicyBackup Error 14$/m],
  'report/failed-last-night.ts': [/^\| uksouth \| Nightly .* warning/m, /^\| ukwest \| Nightly .* failed/m],
};

/** Files beside a README that no other file of the example imports. */
function findPrograms(): readonly string[] {
  const files = globSync('*/*.ts', { cwd: examples }).toSorted();
  const imported = new Set(
    files.flatMap((file) => {
      const [folder = ''] = file.split('/');
      const text = readFileSync(join(examples, file), 'utf8');
      return [...text.matchAll(/from '\.\/([\w.-]+)'/g)].map(([, name]) => `${folder}/${name}`);
    }),
  );
  return files.filter((file) => !imported.has(file) && !file.endsWith('.test.ts'));
}

test('every program of the examples is known here', () => {
  expect(findPrograms()).toEqual(Object.keys(printed).toSorted());
});

test.each(Object.entries(printed))('%s ends by itself and prints what its README says', async (program, patterns) => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(examples, program)]);
  for (const pattern of patterns) expect(stdout).toMatch(pattern);
});

test.each(globSync('*/*.ts', { cwd: examples }).toSorted())('%s has less than 60 lines', (file) => {
  expect(readFileSync(join(examples, file), 'utf8').split('\n').length).toBeLessThan(mostLines);
});

test.each(globSync('*/', { cwd: examples }).toSorted())('%s has a README', (folder) => {
  expect(readFileSync(join(examples, folder, 'README.md'), 'utf8')).toMatch(/^# .+\n\nAfter this example you can /);
});
