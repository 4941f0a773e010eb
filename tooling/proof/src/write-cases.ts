import {
  type Action,
  type ActionRequest,
  actionRequestSchema,
  actionTargets,
  type CallOptions,
} from '@crossvault/contract';
import type { Engine } from '@crossvault/engine';
import type { VendorId } from '@crossvault/simulators';

/** One sort of change at one vendor. */
export interface WriteCase {
  readonly vendor: VendorId;
  readonly action: Action;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Done, and over, before: it makes the change possible. */
  readonly before: readonly Action[];
}

const one = (
  vendor: VendorId,
  action: Action,
  parameters: WriteCase['parameters'] = {},
  before: readonly Action[] = [],
): WriteCase => ({ vendor, action, parameters, before });

/** Every change of every vendor that a simulator can be asked for as it stands. */
export const writeCases: readonly WriteCase[] = [
  one('veeam-azure', 'run'),
  one('veeam-azure', 'stop', {}, ['run']),
  one('veeam-azure', 'disable'),
  one('veeam-azure', 'enable', {}, ['disable']),
  one('veeam-azure', 'cancel', {}, ['run']),
  one('veeam-spc', 'run'),
  one('veeam-spc', 'stop', {}, ['run']),
  one('veeam-spc', 'cancel', {}, ['run']),
  one('veeam-spc', 'retry'),
  one('veeam-spc', 'update'),
  one('veeam-spc', 'disable'),
  one('veeam-spc', 'enable', {}, ['disable']),
  one('veeam-spc', 'remove', { removeRestorePoints: false }),
  one('azure-backup', 'back-up'),
  one('azure-backup', 'cancel', {}, ['back-up']),
  one('azure-backup', 'stop-protection', { data: 'retain' }),
  one('azure-backup', 'stop-protection', { data: 'delete' }),
  one('azure-backup', 'resume-protection', {}, ['stop-protection']),
  one('azure-backup', 'refresh-containers'),
  one('azure-backup', 'export-jobs'),
];

/** What is asked for before a case needs these where nothing else is said. */
const usual: Partial<Record<Action, WriteCase['parameters']>> = {
  'stop-protection': { data: 'retain' },
};

export const parametersFor = (action: Action): WriteCase['parameters'] => usual[action] ?? {};

export interface Target {
  readonly request: ActionRequest;
  /** As people call it: how destroying is confirmed. */
  readonly name: string | null;
}

/** Something of the connection that the action is offered for now; null where there is none. `preferred`: what was acted on before. */
export async function findTarget(
  engine: Engine,
  connection: string,
  action: Action,
  parameters: WriteCase['parameters'],
  preferred: string | null,
  call: CallOptions,
): Promise<Target | null> {
  const kind = actionTargets[action];
  const toTarget = (target: string, name: string | null): Target => ({
    request: actionRequestSchema.parse({ action, target, parameters }),
    name,
  });
  if (kind === 'connection') return toTarget(connection, connection);
  const found = await list(engine, kind, { connection: [connection] }, call);
  const offered = found.filter(({ actions }) => actions.includes(action));
  const chosen = offered.find(({ id }) => id === preferred) ?? offered[0];
  return chosen === undefined ? null : toTarget(chosen.id, chosen.name);
}

interface Listed {
  readonly id: string;
  readonly name: string | null;
  readonly actions: readonly string[];
}

async function list(
  engine: Engine,
  kind: 'job' | 'plan' | 'item',
  query: { readonly connection: readonly string[] },
  call: CallOptions,
): Promise<readonly Listed[]> {
  const page = { limit: 200, cursor: null, strict: false, fresh: true };
  if (kind === 'plan') return (await engine.plans(query, page, call)).records.map(({ thing }) => thing);
  if (kind === 'item') return (await engine.items(query, page, call)).records.map(({ thing }) => thing);
  const { records } = await engine.listJobs(query, { ...page, sort: '-startedAt' }, call);
  return records.map(({ job: { id, target, actions } }) => ({ id, name: target?.name ?? null, actions }));
}
