import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobStore } from '@crossvault/core/store';
import { trackStore, worldOf } from '@crossvault/harness';
import { type PlantedEvent, startSimulators } from '@crossvault/simulators';
import { openSqliteStore } from '@crossvault/store';
import { expect, test } from 'vitest';
import { openMonthEngine } from './run-month.ts';

const hourMs = 3_600_000;
const start = '2026-03-27T12:00:00.000Z';
/** More than are evaluated in one transaction. */
const items = Array.from({ length: 120 }, (_, index) => `vm-${index + 1}`);
const plan = 'nightly';
const kinds = ['miss', 'fail', 'late', 'warn', 'cancel'] as const;
const events = items
  .filter((_, index) => index % 7 === 0)
  .map((item, index): PlantedEvent => {
    const kind = kinds[index % kinds.length] ?? 'miss';
    const target = { vendor: 'azure-backup' as const, plan, item, at: start };
    return kind === 'late' ? { kind, ...target, seconds: 4 * 3600 } : { kind, ...target, times: (index % 3) + 1 };
  });

/** A process may die before what it found is stored, and right after it. */
function createKilledStore(store: JobStore, isKilled: (call: number) => 'before' | 'after' | null) {
  let calls = 0;
  let isDead = false;
  const putEvaluation: JobStore['putEvaluation'] = async (write, lease) => {
    calls += 1;
    const killed = isKilled(calls);
    if (killed !== 'before') await store.putEvaluation(write, lease);
    if (killed === null) return;
    isDead = true;
    throw new Error('This process was killed.');
  };
  const killed = new Proxy(store, {
    get: (target, name) => (name === 'putEvaluation' ? putEvaluation : Reflect.get(target, name)),
  });
  return {
    store: killed,
    takeDeath: () => {
      const wasDead = isDead;
      isDead = false;
      return wasDead;
    },
    calls: () => calls,
  };
}

/** Two days over the change of clocks, synced every six hours. Gives all findings with all their changes. */
async function follow(isKilled: (call: number) => 'before' | 'after' | null) {
  const rules = [{ kind: 'calendar', track: 'backup', times: ['02:30'] }] as const;
  const plans = { 'azure-backup': [{ name: plan, items, timeZone: 'Europe/Berlin', rules }] };
  const simulators = await startSimulators({
    start,
    days: 3,
    vendors: ['azure-backup'],
    schedules: { plans, events },
  });
  const world = worldOf(simulators);
  const { name } = simulators.vendor('azure-backup').connection;
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-killed-'));
  const file = await openSqliteStore({ path: join(folder, 'crossvault.db'), clock: world.clock });
  const { store, takeDeath, calls } = createKilledStore(trackStore(file, world.clock), isKilled);
  let engine = await openMonthEngine(simulators, store);
  let deaths = 0;
  try {
    for (let turn = 0; turn < 9; turn += 1) {
      simulators.clock.move(Math.max(0, Date.parse(start) + turn * 6 * hourMs - simulators.clock.now()));
      await engine.synchronizer?.syncNow(name, { signal: AbortSignal.timeout(60_000) });
      // The next process evaluates what was read by this one, and may die as well.
      while (takeDeath()) {
        deaths += 1;
        await engine.close();
        engine = await openMonthEngine(simulators, store);
        await engine.insight.today();
      }
    }
    const findings = await file.listFindings({ connections: null, sinceMs: null, after: null, limit: 1_000 });
    const found = await Promise.all(
      findings.map(async (finding) => ({ ...finding, changes: await file.findingChanges(finding.id) })),
    );
    return { found: found.toSorted((one, other) => one.id.localeCompare(other.id)), deaths, calls: calls() };
  } finally {
    await engine.close();
    await file.close();
    await world.close();
    await simulators.close();
    await rm(folder, { recursive: true, force: true });
  }
}

test('processes that die while they evaluate leave the findings of one that lived, and each change once', {
  timeout: 120_000,
}, async () => {
  const lived = await follow(() => null);
  const killed = await follow((call) => (call % 4 === 2 ? 'before' : call % 5 === 4 ? 'after' : null));
  expect(killed.deaths).toBeGreaterThan(3);
  expect(lived.found.length).toBeGreaterThan(10);
  expect(killed.found).toEqual(lived.found);
  const changes = killed.found.flatMap((each) => each.changes.map(({ finding, revision }) => `${finding} ${revision}`));
  expect(new Set(changes).size).toBe(changes.length);
});
