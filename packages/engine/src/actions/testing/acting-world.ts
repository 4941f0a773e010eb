import type { ActionRequest } from '@crossvault/core';
import { toJobId } from '@crossvault/core';
import type { AuditEntry, JobStore } from '@crossvault/core/store';
import {
  type Abandon,
  type ActingVendor,
  createAbandon,
  createActingConnector,
  createActingVendor,
  createMemoryStore,
  createTestClock,
  makeItem,
  makeJob,
  makePlan,
  patientCall,
  silentLogger,
  type TestClock,
} from '@crossvault/testkit';
import { createEngine, type Engine, type EngineConnection, type LeaseOwner } from '../../index.ts';
import { createListStore } from '../../testing/list-store.ts';
import type { ActOptions, Actor } from '../action-calls.ts';

/** One process after the other, over the same vendor and the same store. */
export interface ActingWorld {
  readonly vendor: ActingVendor;
  readonly store: JobStore;
  readonly clock: TestClock;
  /** A new process, with the store or without any; `ownStore`: as this process meets it. */
  open(change?: Partial<EngineConnection>, owner?: LeaseOwner, ownStore?: JobStore): ActingProcess;
  audit(): Promise<readonly AuditEntry[]>;
}

export interface ActingProcess {
  readonly engine: Engine;
  /** It can be killed. */
  readonly life: Abandon;
}

export const operator: Actor = { name: 'ann', scopes: ['read', 'operate', 'destroy'], connections: null };

export const asOperator: ActOptions = { actor: operator, confirm: null, dryRun: false, idempotencyKey: null };

export const planId = toJobId('c', ['plan', 'p1']);
export const itemId = toJobId('c', ['item', 'i1']);
export const runPlan: ActionRequest = { action: 'run', target: planId, parameters: { full: false } };

export interface WorldOptions {
  /** @default true */
  readonly isStored?: boolean;
}

export function createActingWorld(
  overrides: Partial<ActingVendor> = {},
  { isStored = true }: WorldOptions = {},
): ActingWorld {
  const clock = createTestClock();
  const store = createListStore(createMemoryStore(clock), clock);
  const vendor = createActingVendor({
    jobs: [makeJob('c', 'j1', { status: 'running', ended: false, endedAt: null })],
    plans: [makePlan('c', 'p1', { name: 'Daily' })],
    items: [makeItem('c', 'i1', { name: 'Share' })],
    ...overrides,
  });
  return {
    vendor,
    store,
    clock,
    open(change = {}, owner = undefined, ownStore = store) {
      const life = createAbandon();
      const connection: EngineConnection = {
        name: 'c',
        vendor: 'fake',
        title: 'Fake',
        tags: [],
        deadlineMs: 30_000,
        concurrency: 4,
        allow: ['operate', 'destroy'],
        connector: life.guard(createActingConnector('c', vendor), ['condition', 'mapJob']),
        checkEndpoint: null,
        fault: null,
        ...change,
      };
      const engine = createEngine({
        connections: [connection],
        clock: life.guard(clock, ['now', 'monotonicMs']),
        logger: silentLogger,
        random: () => 0.5,
        ...(owner === undefined ? {} : { owner }),
        ...(isStored ? { store: life.guard(ownStore) } : {}),
      });
      return { engine, life };
    },
    audit: async () =>
      (await store.listAudit({ before: null, limit: 500, connections: null })).map(({ entry }) => entry),
  };
}

/** Asks for something, and gives the operation that it became. */
export async function actFor(engine: Engine, request: ActionRequest, options: Partial<ActOptions> = {}) {
  const outcome = await engine.act(request, { ...asOperator, ...options }, patientCall);
  if (outcome.kind === 'accepted') return outcome.operation;
  throw new Error('Nothing was done: it was a dry run.');
}

/** An operation when all of it is over, or after an hour. */
export const untilOver = (engine: Engine, id: string, until: 'operation' | 'jobs' = 'jobs') =>
  engine.operation(id, { waitMs: 3_600_000, until }, patientCall);
