import type { Connector, JobKey, Plan, PlanPage, PlanRecord } from '@crossvault/contract';
import { type ChangeCase, describeChanges, openSimulator } from '@crossvault/testkit';
import { veeamSpc } from '../index.ts';

const call = { signal: new AbortController().signal };

async function plansOf(connector: Connector): Promise<readonly PlanRecord[]> {
  const records: PlanRecord[] = [];
  for (let token: string | null = null; ; ) {
    const page: PlanPage | undefined = await connector.plans?.list({ size: 500, token }, call);
    records.push(...(page?.records ?? []));
    token = page?.next ?? null;
    if (token === null) return records;
  }
}

/** The first plan that offers this. */
async function planFor(
  connector: Connector,
  action: Plan['actions'][number],
  fits: (record: PlanRecord) => boolean = () => true,
): Promise<JobKey> {
  const found = (await plansOf(connector)).find((record) => record.plan.actions.includes(action) && fits(record));
  if (found === undefined) throw new Error(`no plan offers ${action}`);
  return found.key;
}

/** The run that a plan that offers this tells of. */
async function jobFor(
  connector: Connector,
  action: 'cancel' | 'retry',
  fits: (key: JobKey) => boolean,
): Promise<JobKey> {
  const [list] = await connector.jobLists(call);
  const anyTime = { startedAfter: null, startedBefore: null, status: null };
  for (let token: string | null = null; list !== undefined; ) {
    const page = await connector.listJobs(list, anyTime, { size: 500, token }, call);
    const found = page.records.find(({ job, key }) => job.actions.includes(action) && fits(key));
    if (found !== undefined) return found.key;
    token = page.next;
    if (token === null) break;
  }
  throw new Error(`no job offers ${action}`);
}

const present = async <T>(promise: Promise<T> | undefined): Promise<T> => {
  if (promise === undefined) throw new Error('the connector does not offer it');
  return promise;
};
const isAgents = ({ key }: Pick<PlanRecord, 'key'>) => key.length === 3 && key[0]?.startsWith('server:') === false;
const isServers = ({ key }: Pick<PlanRecord, 'key'>) => key[0]?.startsWith('server:') === true;
const isPolicy = ({ key }: Pick<PlanRecord, 'key'>) => key[0] === 'policy';

const noAgentPlan: JobKey = ['cc52ec30-0000-0000-0000-000000000000', '4610eb17-0000-0000-0000-000000000000', ''];
const noRun: JobKey = [...noAgentPlan, '2026-03-01T00:00:00.000Z'];

type Fits = (record: PlanRecord) => boolean;

const planCase = (
  what: string,
  action: 'run' | 'stop' | 'enable' | 'disable',
  fits: Fits,
  rest: Pick<ChangeCase, 'again' | 'lost'>,
): ChangeCase => {
  const act = (connector: Connector, key: JobKey, options: Parameters<ChangeCase['prepare']>[1]) =>
    action === 'run'
      ? connector.plans?.run?.(key, { full: false }, options)
      : connector.plans?.[action]?.(key, options);
  return {
    name: `${action} ${what}`,
    action,
    prepare: async (connector, options) => present(act(connector, await planFor(connector, action, fits), options)),
    prepareUnknown: (connector, options) => act(connector, noAgentPlan, options),
    unknown: 'plan-not-found',
    ...rest,
  };
};

const removeCase = (
  what: string,
  fits: Fits,
  removeRestorePoints: boolean | null,
  lost: ChangeCase['lost'],
): ChangeCase => ({
  name: `remove ${what}`,
  action: 'remove',
  prepare: async (connector, options) =>
    present(connector.plans?.remove?.(await planFor(connector, 'remove', fits), { removeRestorePoints }, options)),
  prepareUnknown: (connector, options) => connector.plans?.remove?.(noAgentPlan, { removeRestorePoints }, options),
  unknown: 'plan-not-found',
  again: 'source-not-found',
  lost,
});

const cancelCase = (what: string, fits: (key: JobKey) => boolean, lost: ChangeCase['lost']): ChangeCase => ({
  name: `cancel a run of ${what}`,
  action: 'cancel',
  prepare: async (connector, options) =>
    present(connector.cancelJob?.(await jobFor(connector, 'cancel', fits), options)),
  prepareUnknown: (connector, options) => connector.cancelJob?.(noRun, options),
  unknown: 'job-not-found',
  again: 'state-conflict',
  lost,
});

const retryCase: ChangeCase = {
  name: 'retry a job of a backup server',
  action: 'retry',
  prepare: async (connector, options) =>
    present(connector.retryJob?.(await jobFor(connector, 'retry', (key) => isServers({ key })), options)),
  prepareUnknown: (connector, options) => connector.retryJob?.(noRun, options),
  unknown: 'job-not-found',
  again: 'state-conflict',
  lost: 'unknown',
};

const updateCase: ChangeCase = {
  name: 'update a job of an agent',
  action: 'update',
  prepare: async (connector, options) =>
    present(connector.plans?.update?.(await planFor(connector, 'update'), { allowLicenseEscalate: true }, options)),
  prepareUnknown: (connector, options) => connector.plans?.update?.(noAgentPlan, {}, options),
  unknown: 'plan-not-found',
  again: null,
  lost: 'unknown',
};

const always = () => true;
const refusedTwice = { again: 'state-conflict', lost: 'unknown' } as const;
/** What the state shows is found even where the console kept nothing of the request. */
const switched = { again: null, lost: 'done' } as const;
const start = '2026-03-02T12:00:00.000Z';

const open =
  (simulated: {
    readonly apiVersion: 'v2' | 'v3';
    readonly asyncWrites?: boolean;
    readonly asyncWorkMs?: number;
    readonly lastRunMoves?: 'end';
  }) =>
  ({ connect }: Parameters<Parameters<typeof describeChanges>[0]['open']>[0]) =>
    openSimulator('veeam-spc', veeamSpc, { seed: 4, start, days: 10, jobs: 40, veeamSpc: simulated, connect });

describeChanges({
  title: 'Veeam Service Provider Console v2',
  open: open({ apiVersion: 'v2' }),
  cases: [
    planCase('a job of an agent', 'run', always, refusedTwice),
    planCase('a job of an agent', 'stop', always, refusedTwice),
    updateCase,
    removeCase('a job of an agent', always, null, 'done'),
    cancelCase('a job of an agent', always, 'unknown'),
  ],
});

const ofAgents = (key: JobKey) => isAgents({ key: key.slice(0, 3) });

describeChanges({
  title: 'Veeam Service Provider Console v3',
  open: open({ apiVersion: 'v3' }),
  cases: [
    planCase('a job of an agent', 'run', isAgents, refusedTwice),
    planCase('a job of an agent', 'stop', isAgents, refusedTwice),
    planCase('a job of a backup server', 'run', isServers, refusedTwice),
    planCase('a job of a backup server', 'stop', isServers, refusedTwice),
    planCase('a policy', 'run', isPolicy, refusedTwice),
    planCase('a job of an agent', 'enable', isAgents, switched),
    planCase('a job of an agent', 'disable', isAgents, switched),
    planCase('a job of a backup server', 'enable', isServers, switched),
    planCase('a job of a backup server', 'disable', isServers, switched),
    planCase('a policy', 'enable', isPolicy, switched),
    planCase('a policy', 'disable', isPolicy, switched),
    removeCase('a job of an agent with its restore points', isAgents, true, 'done'),
    removeCase('a job of an agent without its restore points', isAgents, false, 'done'),
    cancelCase('a job of an agent', ofAgents, 'unknown'),
    cancelCase('a job of a backup server', (key) => isServers({ key }), 'unknown'),
    retryCase,
  ],
});

/** The action has the id of its request, so that the answer is not needed to find it. */
const handedOver = { again: null, lost: 'running' } as const;

describeChanges({
  title: 'Veeam Service Provider Console v3, where every change is handed over,',
  open: open({ apiVersion: 'v3', asyncWrites: true, asyncWorkMs: 5_000 }),
  cases: [
    planCase('a job of an agent', 'run', isAgents, handedOver),
    planCase('a job of a backup server', 'stop', isServers, handedOver),
    planCase('a job of an agent', 'disable', isAgents, handedOver),
    planCase('a policy', 'run', isPolicy, handedOver),
    { ...removeCase('a job of an agent', isAgents, false, 'running'), ...handedOver },
    { ...cancelCase('a job of an agent', ofAgents, 'running'), ...handedOver },
    { ...retryCase, ...handedOver },
  ],
});

describeChanges({
  title: 'Veeam Service Provider Console v3, whose last run moves when a run ends,',
  open: open({ apiVersion: 'v3', lastRunMoves: 'end' }),
  cases: [
    planCase('a job of an agent', 'run', isAgents, refusedTwice),
    planCase('a job of a backup server', 'run', isServers, refusedTwice),
    planCase('a job of an agent', 'stop', isAgents, refusedTwice),
    retryCase,
  ],
});
