import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const home = join(import.meta.dirname, '../..');

/** Emits as the build does; whether the types are right others have checked. */
const project = {
  extends: '../tsconfig.build.json',
  compilerOptions: { composite: false, declarationMap: false, noCheck: true, outDir: '.', tsBuildInfoFile: null },
  include: ['../src'],
  exclude: ['../src/**/*.test.ts', '../src/testing/**'],
  references: [],
};

const program = `
import { openSqliteStore } from './index.js';
const clock = { now: Date.now, sleep: async () => undefined };
const store = await openSqliteStore({ path: process.argv[2], clock });
await store.putSyncStates([{ connection: 'c', list: 'jobs', state: { built: true } }]);
console.log(JSON.stringify([...(await store.syncStates('c'))]));
await store.close();
`;

test('what is published finds its writing thread, too', () => {
  // Inside the package, so that imports resolve as they will.
  const folder = mkdtempSync(join(home, '.built-'));
  try {
    const typescript = dirname(fileURLToPath(import.meta.resolve('typescript/package.json')));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
    const built = spawnSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', folder], { encoding: 'utf8' });
    expect(built.stdout + built.stderr).toBe('');
    writeFileSync(join(folder, 'program.js'), program);
    const ran = spawnSync(process.execPath, [join(folder, 'program.js'), join(folder, 'history.db')], {
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toBe('[["jobs",{"built":true}]]\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
