import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createLeaseOwner, type Machine } from './lease-owner.ts';

const starts = (pid: number): string | null => (pid === process.pid ? 'now' : null);
const machine = (change: Partial<Record<'boot' | 'space', string | null>> = {}): Machine => ({
  bootId: () => (change.boot === undefined ? 'boot 1' : change.boot),
  processSpace: () => (change.space === undefined ? 'pid:[4026531836]' : change.space),
  startOf: starts,
});

/** A process that has ended, under the number that it had. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

/** The name of an owner of this machine whose process had this number. */
function nameOf(owner: { readonly name: string }, pid: number, start = 'then'): string {
  const [machineName] = JSON.parse(owner.name);
  return JSON.stringify([machineName, pid, start, 'some start']);
}

test('a process that ended on this machine is known to be dead; this one and a running one are not', async () => {
  const owner = createLeaseOwner();
  expect(owner.name).not.toBe(createLeaseOwner().name);
  expect(owner.hasDied(owner.name)).toBe(false);
  expect(owner.hasDied(createLeaseOwner().name)).toBe(false);
  expect(owner.hasDied(nameOf(owner, await endedPid()))).toBe(process.platform === 'linux');
});

test('two machines of one host name never take each other’s processes for dead', async () => {
  const pid = await endedPid();
  const here = createLeaseOwner(machine());
  expect(here.hasDied(nameOf(here, pid))).toBe(true);
  const elsewhere = [{ boot: 'boot 2' }, { space: 'pid:[4026532001]' }].map((change) =>
    createLeaseOwner(machine(change)),
  );
  for (const other of elsewhere) expect(here.hasDied(nameOf(other, pid))).toBe(false);
});

test('where a machine cannot be distinguished from others no process is declared dead, and its leases lapse', async () => {
  const pid = await endedPid();
  for (const change of [{ boot: null }, { space: null }]) {
    const owner = createLeaseOwner(machine(change));
    expect(owner.hasDied(nameOf(owner, pid))).toBe(false);
  }
});

test('a process whose id belongs to a later process is dead', () => {
  const owner = createLeaseOwner(machine());
  expect(owner.hasDied(nameOf(owner, process.pid, 'now'))).toBe(false);
  expect(owner.hasDied(nameOf(owner, process.pid, 'an hour ago'))).toBe(true);
});

test('a name of an earlier version, or a malformed one, is ignored', async () => {
  const owner = createLeaseOwner(machine());
  const pid = await endedPid();
  const [machineName] = JSON.parse(owner.name);
  const names = [
    '',
    'a name',
    '[]',
    '[1,2,3,4]',
    JSON.stringify([machineName, pid, 'x']),
    JSON.stringify([machineName, -1, 'x', 'y']),
  ];
  for (const name of names) expect(owner.hasDied(name)).toBe(false);
});
