import { expect, test } from 'vitest';
import { nameCommand } from './name-command.ts';

test.each([
  ['of an installed package is called by its name', '/usr/local/bin/crossvault', 'crossvault'],
  ['of a package without links too', '/usr/lib/node_modules/@crossvault/cli/dist/main.js', 'crossvault'],
  ['that was built in a checkout is called by a file of it', '/clone/apps/cli/dist/main.js', './crossvault'],
  ['of another checkout likewise', '/other/apps/cli/dist/main.js', '../other/crossvault'],
  ['of the sources is called by pnpm', '/clone/apps/cli/src/main.ts', 'npx -y pnpm@10 crossvault'],
])('the command %s', (_title, file, called) => {
  expect(nameCommand(file, '/clone')).toBe(called);
});
