import { type ActionRequest, actionRequestSchema, actionTargets, type CallOptions } from '@crossvault/core';
import type { Engine } from '@crossvault/engine';
import type { WriteStep } from './write-cases.ts';

export interface Target {
  readonly request: ActionRequest;
  /** As people call it: how destroying is confirmed. */
  readonly name: string | null;
}

/** The connection where things are looked for. */
export interface At {
  readonly engine: Engine;
  readonly connection: string;
  readonly call: CallOptions;
}

/** What a step is done to, with the ids that it needs. `former`: what was acted on before. Throws where nothing offers it. */
export async function findTarget(at: At, step: WriteStep, former: string | null): Promise<Target> {
  const { action } = step;
  const kind = actionTargets[action];
  if (kind === 'connection') return toTarget(at, step, { id: at.connection, name: at.connection });
  const offered = (await list(at, kind)).filter(({ actions }) => actions.includes(action));
  const named = offered.find(({ id, name }) => (step.on === null ? id === former : name === step.on));
  const chosen = named ?? (step.on === null ? offered[0] : undefined);
  if (chosen !== undefined) return toTarget(at, step, chosen);
  throw new Error(`${step.on ?? 'Nothing'} at ${at.connection} cannot be asked to ${action}.`);
}

async function toTarget(at: At, step: WriteStep, { id, name }: Pick<Listed, 'id' | 'name'>): Promise<Target> {
  const { action, plan } = step;
  const planId = plan === null ? {} : { planId: await findPlan(at, plan) };
  const point = action === 'restore' ? { recoveryPointId: await newestPoint(at, id) } : {};
  const parameters = { ...step.parameters, ...planId, ...point };
  return { request: actionRequestSchema.parse({ action, target: id, parameters }), name };
}

async function findPlan(at: At, wanted: string): Promise<string> {
  const found = (await list(at, 'plan')).find(({ name }) => name === wanted);
  if (found !== undefined) return found.id;
  throw new Error(`There is no plan ${wanted} at ${at.connection}.`);
}

async function newestPoint({ engine, call }: At, item: string): Promise<string> {
  const [newest] = await engine.recoveryPoints(item, call);
  if (newest !== undefined) return newest.id;
  throw new Error(`${item} has no recovery point.`);
}

interface Listed {
  readonly id: string;
  readonly name: string | null;
  readonly actions: readonly string[];
}

async function list({ engine, connection, call }: At, kind: 'job' | 'plan' | 'item'): Promise<readonly Listed[]> {
  const query = { connection: [connection] };
  const page = { limit: 200, cursor: null, strict: false, fresh: true };
  if (kind === 'plan') return (await engine.plans(query, page, call)).records.map(({ thing }) => thing);
  if (kind === 'item') return (await engine.items(query, page, call)).records.map(({ thing }) => thing);
  const { records } = await engine.listJobs(query, { ...page, sort: '-startedAt' }, call);
  return records.map(({ job: { id, target, actions } }) => ({ id, name: target?.name ?? null, actions }));
}
