import type { Action, Connector, JobKey, Plan, PlanPage, PlanRecord } from '@crossvault/core';
import { type ActingCase, describeActing } from '@crossvault/harness';
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

/** The run that a plan with this action reports. */
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
const absent = { plan: noAgentPlan, job: [...noAgentPlan, '2026-03-01T00:00:00.000Z'] };

type Fits = (record: PlanRecord) => boolean;

const planCase = (
  what: string,
  action: 'run' | 'stop' | 'enable' | 'disable',
  fits: Fits,
  rest: Pick<ActingCase, 'again' | 'lost'>,
): ActingCase => {
  const act = (connector: Connector, key: JobKey, options: Parameters<ActingCase['prepare']>[1]) =>
    action === 'run'
      ? connector.plans?.run?.(key, { full: false }, options)
      : connector.plans?.[action]?.(key, options);
  return {
    name: `${action} ${what}`,
    action,
    prepare: async (connector, options) => present(act(connector, await planFor(connector, action, fits), options)),
    jobs: null,
    ...rest,
  };
};

const removeCase = (
  what: string,
  fits: Fits,
  removeRestorePoints: boolean | null,
  lost: 'done' | 'unknown',
): ActingCase => ({
  name: `remove ${what}`,
  action: 'remove',
  prepare: async (connector, options) =>
    present(connector.plans?.remove?.(await planFor(connector, 'remove', fits), { removeRestorePoints }, options)),
  jobs: null,
  again: 'source-not-found',
  lost,
});

const cancelCase = (what: string, fits: (key: JobKey) => boolean, lost: 'done' | 'unknown'): ActingCase => ({
  name: `cancel a run of ${what}`,
  action: 'cancel',
  prepare: async (connector, options) =>
    present(connector.cancelJob?.(await jobFor(connector, 'cancel', fits), options)),
  jobs: null,
  lost,
});

const retryCase: ActingCase = {
  name: 'retry a job of a backup server',
  action: 'retry',
  prepare: async (connector, options) =>
    present(connector.retryJob?.(await jobFor(connector, 'retry', (key) => isServers({ key })), options)),
  jobs: null,
  lost: 'done',
};

const updateCase: ActingCase = {
  name: 'update a job of an agent',
  action: 'update',
  prepare: async (connector, options) =>
    present(connector.plans?.update?.(await planFor(connector, 'update'), { allowLicenseEscalate: true }, options)),
  jobs: null,
  again: null,
  lost: 'unknown',
};

const always = () => true;
const notShown = { lost: 'unknown' } as const;
/** A run that began after the request, where none was in progress, is its own. */
const shown = { lost: 'done' } as const;
/** What the state shows is found even where the console kept nothing of the request. */
const switched = { again: null, lost: 'done' } as const;

interface Simulated {
  readonly apiVersion: 'v2' | 'v3';
  readonly asyncWrites?: boolean;
  readonly asyncWorkMs?: number;
  readonly lastRunMoves?: 'end';
}

/** A console with something for every action. */
const describeConsole = (
  variant: string,
  simulated: Simulated,
  cases: readonly ActingCase[],
  elsewhere: readonly Action[] = [],
): void =>
  describeActing('veeam-spc', {
    definition: veeamSpc,
    variant,
    cases,
    elsewhere,
    absent: simulated.apiVersion === 'v2' ? absent : { ...absent, removeRestorePoints: false },
    open: { seed: 4, days: 10, jobs: 40, veeamSpc: simulated },
  });

describeConsole('in v2', { apiVersion: 'v2' }, [
  planCase('a job of an agent', 'run', always, shown),
  planCase('a job of an agent', 'stop', always, notShown),
  updateCase,
  removeCase('a job of an agent', always, null, 'done'),
  cancelCase('a job of an agent', always, 'unknown'),
]);

const ofAgents = (key: JobKey) => isAgents({ key: key.slice(0, 3) });

describeConsole('in v3', { apiVersion: 'v3' }, [
  planCase('a job of an agent', 'run', isAgents, shown),
  planCase('a job of an agent', 'stop', isAgents, notShown),
  planCase('a job of a backup server', 'run', isServers, shown),
  planCase('a job of a backup server', 'stop', isServers, notShown),
  planCase('a policy', 'run', isPolicy, notShown),
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
]);

/** The action has the id of its request, so that the answer is not needed to find it. */
const handedOver = { again: null, lost: 'done' } as const;

describeConsole(
  'in v3, where every change is handed over,',
  { apiVersion: 'v3', asyncWrites: true, asyncWorkMs: 5_000 },
  [
    planCase('a job of an agent', 'run', isAgents, handedOver),
    planCase('a job of a backup server', 'stop', isServers, handedOver),
    planCase('a job of an agent', 'disable', isAgents, handedOver),
    planCase('a policy', 'run', isPolicy, handedOver),
    { ...removeCase('a job of an agent', isAgents, false, 'done'), ...handedOver },
    { ...cancelCase('a job of an agent', ofAgents, 'done'), ...handedOver },
    { ...retryCase, ...handedOver },
  ],
  ['enable'],
);

describeConsole(
  'in v3, whose last run moves when a run ends,',
  { apiVersion: 'v3', lastRunMoves: 'end' },
  [
    planCase('a job of an agent', 'run', isAgents, shown),
    planCase('a job of a backup server', 'run', isServers, shown),
    planCase('a job of an agent', 'stop', isAgents, notShown),
    retryCase,
  ],
  ['enable', 'disable', 'remove', 'cancel'],
);
