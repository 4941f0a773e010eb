import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createLeaseOwner } from './lease-owner.ts';

test('a process that ended on this machine is known to be dead; this one, a running one and a stranger are not', async () => {
  const owner = createLeaseOwner();
  expect(owner.name).not.toBe(createLeaseOwner().name);
  const [place] = JSON.parse(owner.name);
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  const named = JSON.stringify([place, child.pid, 'some start']);
  expect(owner.hasDied(named)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(owner.hasDied(named)).toBe(true);
  expect(owner.hasDied(JSON.stringify(['elsewhere', child.pid, 'some start']))).toBe(false);
  expect(owner.hasDied(owner.name)).toBe(false);
  expect(
    ['', 'a name', '[]', JSON.stringify([place, -1, '']), JSON.stringify([place, 'x', ''])].map(owner.hasDied),
  ).toEqual(Array.from({ length: 5 }, () => false));
});
