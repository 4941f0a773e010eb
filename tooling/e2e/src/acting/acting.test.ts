import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionRequest } from '@crossvault/core';
import { toJobId } from '@crossvault/core';
import { createEngine, type Engine } from '@crossvault/engine';
import { createSystemClock } from '@crossvault/runtime';
import { openSqliteStore } from '@crossvault/store';
import { createActingConnector, createActingVendor, makePlan, patientCall, silentLogger } from '@crossvault/testkit';
import { expect, test } from 'vitest';

const run: ActionRequest = { action: 'run', target: toJobId('c', ['plan', 'p1']), parameters: { full: false } };
const actor = { name: 'ann', scopes: ['operate'], connections: null } as const;

test('one key fifty times at once, over processes that share a file, and again after a restart: one effect, one operation', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-acting-'));
  const clock = createSystemClock();
  const vendor = createActingVendor({ plans: [makePlan('c', 'p1')] });
  const about = { name: 'c', vendor: 'fake', title: 'Fake', tags: [], allow: ['operate'] } as const;
  const limits = { deadlineMs: 30_000, concurrency: 4, checkEndpoint: null, fault: null };
  const open = async () => {
    const store = await openSqliteStore({ path: join(folder, 'history.db'), clock });
    const connection = { ...about, ...limits, connector: createActingConnector('c', vendor) };
    const engine = createEngine({ connections: [connection], clock, logger: silentLogger, store });
    return {
      engine,
      async close() {
        await engine.close();
        await store.close();
      },
    };
  };
  const act = async (engine: Engine, request: ActionRequest): Promise<string> => {
    const options = { actor, confirm: null, dryRun: false, idempotencyKey: 'once' };
    const outcome = await engine.act(request, options, patientCall);
    return outcome.kind === 'accepted' ? outcome.operation.id : 'nothing';
  };
  try {
    const processes = await Promise.all([open(), open(), open(), open(), open()]);
    const ids = await Promise.all(
      processes.flatMap(({ engine }) => Array.from({ length: 10 }, () => act(engine, run))),
    );
    await Promise.all(processes.map((each) => each.close()));
    const { engine, close } = await open();
    ids.push(await act(engine, run));
    const other: ActionRequest = { action: 'run', target: run.target, parameters: { full: true } };
    await expect(act(engine, other)).rejects.toMatchObject({ code: 'idempotency-mismatch' });
    expect(new Set(ids).size).toBe(1);
    expect(vendor.taken).toHaveLength(1);
    expect((await engine.operations({}, { limit: 100, cursor: null })).operations).toHaveLength(1);
    const { entries } = await engine.audit({ connections: ['c'] }, { limit: 100, cursor: null });
    expect(entries.map(({ detail }) => detail)).toMatchObject([
      { event: 'refused', code: 'idempotency-mismatch' },
      { event: 'accepted' },
      { event: 'sending' },
    ]);
    await close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
