import {
  type Connector,
  CrossvaultError,
  type JobKey,
  type Permission,
  type Plan,
  type PreparedWrite,
  type ProtectedItem,
  reportWrite,
  toRecoveryPoint,
  type WriteIntent,
  type WriteReport,
} from '@crossvault/core';
import { createFakeConnector, createFakeVendor, type FakeVendor, makeJob } from './fake-connector.ts';

/** What goes wrong with a change that is sent. */
export type WriteFault =
  /** The connection breaks before, or after, the vendor took it. */
  | 'lost-before'
  | 'lost-after'
  /** The connection breaks, and a gateway hands the change to the vendor later: see `queued`. */
  | 'queued'
  /** The vendor says no. */
  | 'refused'
  /** The vendor takes it and never answers. */
  | 'hangs-after';

/** What the vendor made of a change. */
export interface TakenWrite {
  readonly requestId: string;
  readonly what: string;
  status: 'running' | 'done' | 'failed';
  readonly jobs: readonly JobKey[];
}

/** A made-up vendor to which everything can be done, as a test lets it. */
export interface ActingVendor extends FakeVendor {
  plans: Plan[];
  items: ProtectedItem[];
  /** What reached it and was done, in order. */
  readonly taken: TakenWrite[];
  /** Changes that stand in a queue before it; each is taken when it is called. */
  readonly queued: (() => void)[];
  /** Whatever it was asked, reading or changing. */
  asked: number;
  /** How often it was asked what became of something. */
  looks: number;
  writeFault: WriteFault | null;
  /** Whether it finishes changes at once, and has nothing to be followed. */
  isQuick: boolean;
  /** Whether a change makes a job. */
  makesJobs: boolean;
  /** Whether it shows the result of a change whose answer was lost. */
  isOpenBook: boolean;
  retryAfterSeconds: number | null;
  /** What a change says that it needs. */
  needs: Permission;
}

export function createActingVendor(overrides: Partial<ActingVendor> = {}): ActingVendor {
  return {
    ...createFakeVendor(),
    plans: [],
    items: [],
    taken: [],
    queued: [],
    asked: 0,
    looks: 0,
    writeFault: null,
    isQuick: false,
    makesJobs: true,
    isOpenBook: true,
    retryAfterSeconds: null,
    needs: 'operate',
    ...overrides,
  };
}

interface Change {
  readonly action: string;
  readonly kind: PreparedWrite['target']['kind'];
  readonly nativeId: string;
  readonly name: string | null;
  readonly before: unknown;
  readonly body: unknown;
}

const toReport = (vendor: ActingVendor, { status, jobs, requestId }: TakenWrite): WriteReport => ({
  status,
  jobs,
  startedAt: null,
  endedAt: null,
  retryAfterSeconds: vendor.retryAfterSeconds,
  error: status === 'failed' ? { code: 'Broken', message: 'It broke.' } : null,
  tracking: status === 'running' ? { requestId } : null,
  answer: { id: requestId, token: 'made-up-token-of-an-answer' },
});

const unknown = (message: string): WriteReport => reportWrite('unknown', { error: { code: null, message } });

export function createActingConnector(connection: string, vendor: ActingVendor): Connector {
  const fail = (code: CrossvaultError['code'], message: string) =>
    new CrossvaultError({ code, message, source: connection });
  const ask = (): void => {
    vendor.asked += 1;
    if (vendor.failure !== null) throw vendor.failure;
  };

  function take({ action, nativeId }: Change, requestId: string): TakenWrite {
    const jobId = `job-of-${requestId}`;
    if (vendor.makesJobs)
      vendor.jobs.push(makeJob(connection, jobId, { status: 'running', ended: false, endedAt: null }));
    const taken: TakenWrite = {
      requestId,
      what: `${action} ${nativeId}`,
      status: vendor.isQuick ? 'done' : 'running',
      jobs: vendor.makesJobs ? [[jobId]] : [],
    };
    vendor.taken.push(taken);
    return taken;
  }

  async function send(change: Change, requestId: string): Promise<WriteReport> {
    ask();
    if (vendor.writeFault === 'refused') throw fail('state-conflict', 'It is running already.');
    if (vendor.writeFault === 'lost-before') throw fail('answer-lost', 'The connection broke.');
    if (vendor.writeFault === 'queued') {
      vendor.queued.push(() => void take(change, requestId));
      throw fail('answer-lost', 'The connection broke.');
    }
    const taken = take(change, requestId);
    if (vendor.writeFault === 'lost-after') throw fail('answer-lost', 'The connection broke.');
    if (vendor.writeFault === 'hangs-after') return new Promise<never>(() => undefined);
    return toReport(vendor, taken);
  }

  function prepare(change: Change, requestId: string): PreparedWrite {
    const { action, kind, nativeId, name, before, body } = change;
    const what = `${action} ${nativeId}`;
    if (vendor.taken.some((each) => each.what === what && each.status === 'running')) {
      throw fail('state-conflict', `${what} is under way already.`);
    }
    const url = `https://fake.test/${kind}/${nativeId}/${action}`;
    return {
      needs: vendor.needs,
      target: { kind, nativeId, name },
      requests: [{ method: 'POST', url, headers: { 'content-type': 'application/json' }, body }],
      before,
      facts: { what },
      send: () => send(change, requestId),
    };
  }

  const planOf = ([nativeId]: JobKey): Plan => {
    ask();
    const plan = vendor.plans.find((each) => each.nativeId === nativeId);
    if (plan !== undefined) return plan;
    throw fail('plan-not-found', `No plan ${nativeId}.`);
  };
  const itemOf = ([nativeId]: JobKey): ProtectedItem => {
    ask();
    const item = vendor.items.find((each) => each.nativeId === nativeId);
    if (item !== undefined) return item;
    throw fail('item-not-found', `No item ${nativeId}.`);
  };
  const onPlan = (action: string, key: JobKey, body: unknown, requestId: string): PreparedWrite => {
    const { nativeId, name, enabled } = planOf(key);
    return prepare({ action, kind: 'plan', nativeId, name, before: { enabled }, body }, requestId);
  };
  const onItem = (action: string, key: JobKey, body: unknown, requestId: string): PreparedWrite => {
    const { nativeId, name, protection } = itemOf(key);
    return prepare({ action, kind: 'item', nativeId, name, before: { protection }, body }, requestId);
  };
  const onConnection = (action: string, body: unknown, requestId: string): PreparedWrite => {
    ask();
    const place = { kind: 'connection', nativeId: connection, name: connection, before: null } as const;
    return prepare({ action, ...place, body }, requestId);
  };

  function look(requestId: string): TakenWrite | undefined {
    ask();
    vendor.looks += 1;
    return vendor.taken.find((each) => each.requestId === requestId);
  }

  const reading = createFakeConnector(connection, vendor);
  const cancel = async ([nativeId = '']: JobKey, { requestId }: { readonly requestId: string }) => {
    ask();
    return prepare({ action: 'cancel', kind: 'job', nativeId, name: null, before: null, body: null }, requestId);
  };
  return {
    ...reading,
    cancelJob: cancel,
    exportJobs: async (query, { requestId }) => onConnection('export-jobs', query, requestId),
    plans: {
      async list() {
        ask();
        const records = vendor.plans.map((plan) => ({ key: [plan.nativeId], plan, raw: { id: plan.nativeId } }));
        return { records, rejected: [], next: null };
      },
      get: async (key) => ({ key, plan: planOf(key), raw: { id: key[0] } }),
      run: async (key, options, { requestId }) => onPlan('run', key, options, requestId),
      disable: async (key, { requestId }) => onPlan('disable', key, null, requestId),
      remove: async (key, options, { requestId }) => onPlan('remove', key, options, requestId),
    },
    protectedItems: {
      async list({ token }) {
        ask();
        const start = Number(token ?? 0);
        const end = start + vendor.pageSize;
        const records = vendor.items.slice(start, end).map((item) => ({
          key: [item.nativeId],
          item,
          raw: { id: item.nativeId, password: 'made-up-password' },
        }));
        return { records, rejected: [], next: end < vendor.items.length ? String(end) : null };
      },
      get: async (key) => ({ key, item: itemOf(key), raw: { id: key[0] } }),
      protect: async (request, { requestId }) => onConnection('protect', request, requestId),
      changePlan: async (key, planKey, { requestId }) => onItem('change-plan', key, { planKey }, requestId),
      stopProtection: async (key, data, { requestId }) => onItem('stop-protection', key, { data }, requestId),
      restore: async (key, request, { requestId }) => onItem('restore', key, request, requestId),
      async recoveryPoints(key) {
        itemOf(key);
        return [toRecoveryPoint({ id: 'point', at: '2026-01-01T00:00:00.000Z', sizeBytes: 1 })];
      },
    },
    writes: {
      async follow({ requestId }: WriteIntent) {
        const taken = look(requestId);
        return taken === undefined ? unknown('It is not there.') : toReport(vendor, taken);
      },
      async lookUp({ requestId }) {
        const taken = look(requestId);
        if (!vendor.isOpenBook) return unknown('The list of jobs has no record of it.');
        return taken === undefined ? unknown('It has not arrived.') : toReport(vendor, taken);
      },
    },
  };
}

/** The vendor finishes what it works off, and the jobs of it end. */
export function finishWork(vendor: ActingVendor, status: 'succeeded' | 'failed' = 'succeeded'): void {
  for (const taken of vendor.taken) if (taken.status === 'running') taken.status = 'done';
  const ends = { status, nativeStatus: status, ended: true, endedAt: '2026-03-02T13:00:00.000Z' } as const;
  vendor.jobs = vendor.jobs.map((job) => (job.ended ? job : { ...job, ...ends, problem: status === 'failed' }));
}
