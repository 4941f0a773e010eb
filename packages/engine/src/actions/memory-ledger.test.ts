import type { StoredOperation } from '@crossvault/core/store';
import { createManualClock, makeOperation } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { createMemoryLedger } from './memory-ledger.ts';

const clock = createManualClock();
const soon = new Date(clock.now() + 1_000).toISOString();
const stored = (id: string, change: Partial<StoredOperation> = {}, connection = 'here'): StoredOperation => ({
  operation: makeOperation(connection, id),
  intent: { action: 'run', target: { kind: 'plan', nativeId: 'p', name: null }, requestId: id, at: soon, facts: null },
  phase: 'sending',
  phaseAt: soon,
  sender: 's',
  tracking: null,
  endedJobs: [],
  looks: 0,
  failures: 0,
  dueAt: soon,
  version: 1,
  ...change,
});
const claim = { actor: 'ann', key: 'k', bodyHash: 'h' };
const everything = { before: null, limit: 50, connections: null, statuses: null, targets: null };
const due = {
  connections: ['here'],
  id: null,
  now: soon,
  holdUntil: new Date(clock.now() + 90_000).toISOString(),
  limit: 8,
};

describe('an operation', () => {
  test('is kept as it was begun, and shares nothing with who begins or reads it', async () => {
    const ledger = createMemoryLedger(clock);
    const begun = stored('o-1');
    expect(await ledger.beginOperation(begun, null)).toBeNull();
    const read = await ledger.getOperation('o-1');
    expect(read).toEqual(begun);
    expect(read?.operation).not.toBe(begun.operation);
    expect(await ledger.getOperation('o-2')).toBeNull();
  });

  test('is changed by one of two that have read the same version', async () => {
    const ledger = createMemoryLedger(clock);
    await ledger.beginOperation(stored('o-1'), null);
    expect(await ledger.putOperation(stored('o-1', { looks: 1 }))).toBe(true);
    expect(await ledger.putOperation(stored('o-1', { looks: 2 }))).toBe(false);
    expect(await ledger.getOperation('o-1')).toMatchObject({ looks: 1, version: 2 });
    expect(await ledger.putOperation(stored('unknown'))).toBe(false);
  });
});

describe('a key', () => {
  test('belongs to the operation that it began, and to no other', async () => {
    const ledger = createMemoryLedger(clock);
    await ledger.beginOperation(stored('o-1'), claim);
    expect(await ledger.beginOperation(stored('o-2'), claim)).toMatchObject({
      bodyHash: 'h',
      stored: { operation: { id: 'o-1' } },
    });
    expect(await ledger.getOperation('o-2')).toBeNull();
    expect(await ledger.findClaim('ann', 'k')).toMatchObject({ stored: { operation: { id: 'o-1' } } });
    expect(await ledger.findClaim('bob', 'k')).toBeNull();
  });

  test('is free again when its operation was refused', async () => {
    const ledger = createMemoryLedger(clock);
    await ledger.beginOperation(stored('o-1'), claim);
    await ledger.freeClaim('o-1');
    expect(await ledger.findClaim('ann', 'k')).toBeNull();
    expect(await ledger.beginOperation(stored('o-2'), claim)).toBeNull();
  });
});

test('operations are listed newest first, page by page, by connection, status and target', async () => {
  const ledger = createMemoryLedger(clock);
  for (const id of ['o-1', 'o-2', 'o-3']) await ledger.beginOperation(stored(id), null);
  await ledger.beginOperation(stored('o-4', {}, 'there'), null);
  const idsOf = async (request: Partial<typeof everything> | object) =>
    (await ledger.listOperations({ ...everything, ...request })).map(({ operation }) => operation.id);
  expect(await idsOf({})).toEqual(['o-4', 'o-3', 'o-2', 'o-1']);
  const [, second] = await ledger.listOperations({ ...everything, limit: 2 });
  expect(await idsOf({ before: second?.position, limit: 2 })).toEqual(['o-2', 'o-1']);
  expect(await idsOf({ connections: ['there'] })).toEqual(['o-4']);
  expect(await idsOf({ statuses: ['failed'] })).toEqual([]);
  expect(await idsOf({ targets: ['there'] })).toEqual(['o-4']);
});

test('positions within one connection show nothing of the others', async () => {
  const ledger = createMemoryLedger(clock);
  for (const [id, connection] of [
    ['o-1', 'there'],
    ['o-2', 'here'],
    ['o-3', 'there'],
    ['o-4', 'here'],
  ] as const) {
    await ledger.beginOperation(stored(id, {}, connection), null);
  }
  const own = await ledger.listOperations({ ...everything, connections: ['here'] });
  expect(own.map(({ position, operation }) => [position, operation.id])).toEqual([
    [2, 'o-4'],
    [1, 'o-2'],
  ]);
});

describe('what is due', () => {
  test('is taken by one at a time, until its hold is over', async () => {
    const ledger = createMemoryLedger(clock);
    await ledger.beginOperation(stored('o-1'), null);
    await ledger.beginOperation(stored('over', { dueAt: null }), null);
    await ledger.beginOperation(stored('elsewhere', {}, 'there'), null);
    expect(await ledger.nextDueAt(['here'])).toBe(soon);
    expect((await ledger.takeDueOperations(due)).map(({ operation }) => operation.id)).toEqual(['o-1']);
    expect(await ledger.takeDueOperations(due)).toEqual([]);
    expect(await ledger.nextDueAt(['here'])).toBe(due.holdUntil);
    expect(await ledger.takeDueOperations({ ...due, now: due.holdUntil })).toHaveLength(1);
  });

  test('is free again when it was changed', async () => {
    const ledger = createMemoryLedger(clock);
    await ledger.beginOperation(stored('o-1'), null);
    await ledger.takeDueOperations(due);
    await ledger.putOperation(stored('o-1'));
    expect(await ledger.takeDueOperations({ ...due, id: 'o-1' })).toHaveLength(1);
    expect(await ledger.takeDueOperations({ ...due, id: 'o-2', now: due.holdUntil })).toEqual([]);
  });
});

test('its time advances whatever the wall clock is set to', async () => {
  const own = createManualClock();
  const ledger = createMemoryLedger(own);
  const startMs = await ledger.nowMs();
  own.shiftWall(86_400_000);
  await own.move(5_000);
  expect((await ledger.nowMs()) - startMs).toBe(5_000);
});

test('of very many operations the oldest is forgotten, and its key with it', async () => {
  const ledger = createMemoryLedger(clock);
  await ledger.beginOperation(stored('first'), claim);
  for (let index = 0; index < 10_000; index += 1) await ledger.beginOperation(stored(`o-${index}`), null);
  expect(await ledger.getOperation('first')).toBeNull();
  expect(await ledger.findClaim('ann', 'k')).toBeNull();
  expect(await ledger.getOperation('o-0')).not.toBeNull();
});
