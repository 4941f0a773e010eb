import { jobNotFound } from '@crossvault/client-kit';
import {
  type Connector,
  type ConnectorContext,
  CrossvaultError,
  type JobKey,
  type PlanCalls,
  type PreparedWrite,
  type PrepareOptions,
} from '@crossvault/core';
import { z } from 'zod';
import type { VeeamSpcCalls } from '../client/client.ts';
import { parseJobKey, toDefinitionKey } from '../mapping/key.ts';
import { parsePlanKey } from '../mapping/plan-key.ts';
import { findRun } from './find-run.ts';
import { createWriteCalls } from './follow-write.ts';
import type { PlanRequest, PlanRequests } from './plan-requests.ts';
import { createPlanRequestsV2 } from './plan-requests-v2.ts';
import { createPlanRequestsV3 } from './plan-requests-v3.ts';
import type { PlanReader } from './plan-state.ts';
import { createPrepareWrite } from './prepare-write.ts';

type Acting = Pick<Connector, 'plans' | 'cancelJob' | 'retryJob' | 'writes'>;

const updateSettings = z.strictObject({ allowLicenseEscalate: z.boolean().default(false) });

/** v2: jobs of agents are started, stopped, brought up to date and removed. */
export function createActingV2(
  { changesV2 }: Pick<VeeamSpcCalls, 'changesV2'>,
  plans: PlanReader,
  context: ConnectorContext,
): Acting {
  const { act, usual, onRun } = createActs(createPlanRequestsV2(changesV2, context), plans, context);
  return {
    plans: {
      ...usual,
      update: async (key, change, prepare) => {
        const settings = updateSettings.safeParse(change);
        if (settings.success) return act(key, { action: 'update', ...settings.data }, prepare);
        const message = 'The update of a job knows no other setting than allowLicenseEscalate, which is true or false.';
        throw new CrossvaultError({ code: 'invalid-parameter', message, source: context.connection });
      },
    },
    cancelJob: (key, prepare) => onRun(key, { action: 'stop' }, prepare),
    writes: createWriteCalls({ read: plans.read, lookAtAction: null }, context),
  };
}

/** v3: jobs of agents and of backup servers, and policies for public clouds. */
export function createActingV3(
  { changesV3, lookAtAction }: Pick<VeeamSpcCalls, 'changesV3' | 'lookAtAction'>,
  plans: PlanReader,
  context: ConnectorContext,
): Acting {
  const { act, usual, onRun } = createActs(createPlanRequestsV3(changesV3, context), plans, context);
  return {
    plans: {
      ...usual,
      enable: (key, prepare) => act(key, { action: 'enable' }, prepare),
      disable: (key, prepare) => act(key, { action: 'disable' }, prepare),
    },
    cancelJob: (key, prepare) => onRun(key, { action: 'stop' }, prepare),
    retryJob: (key, prepare) => onRun(key, { action: 'retry' }, prepare),
    writes: createWriteCalls({ read: plans.read, lookAtAction }, context),
  };
}

/** What both versions do alike. Details that cannot be had are refused before anything is asked. */
function createActs(requests: PlanRequests, { list, read }: PlanReader, context: ConnectorContext) {
  const { connection } = context;
  const prepareWrite = createPrepareWrite(requests, context);

  async function act(key: JobKey, request: PlanRequest, prepare: PrepareOptions): Promise<PreparedWrite> {
    const address = parsePlanKey(key);
    if (address === null) throw planNotFound(key, connection);
    requests.checkDetails(request, address.family);
    const state = await read(key, null, prepare);
    if (state === null) throw planNotFound(key, connection);
    const { nativeId, name } = state.record.plan;
    return prepareWrite(request, state, { kind: 'plan', nativeId, name }, prepare);
  }

  /** Acts on a run as long as it is the latest of its job: a newer one is none that was meant. */
  async function onRun(key: JobKey, request: PlanRequest, prepare: PrepareOptions): Promise<PreparedWrite> {
    const address = parseJobKey(key);
    if (address === null)
      throw jobNotFound(connection, `job ${key.at(1) ?? ''}`, 'This id belongs to none of its jobs.');
    const state = await read(toDefinitionKey(key), address.endedRun, prepare);
    const { job } = findRun(state?.last ? [state.last] : [], key, address, connection);
    if (state === null) throw jobNotFound(connection, `job ${address.jobId}`);
    const target = { kind: 'job', nativeId: job.nativeId, name: job.plan?.name ?? null } as const;
    return prepareWrite(request, state, target, prepare);
  }

  const usual = {
    list,
    async get(key, call) {
      const state = await read(key, null, call);
      if (state === null) throw planNotFound(key, connection);
      return state.record;
    },
    run: (key, { full }, prepare) => act(key, { action: 'run', full }, prepare),
    stop: (key, prepare) => act(key, { action: 'stop' }, prepare),
    remove: (key, { removeRestorePoints }, prepare) => act(key, { action: 'remove', removeRestorePoints }, prepare),
  } satisfies PlanCalls;

  return { act, usual, onRun };
}

function planNotFound(key: JobKey, connection: string): CrossvaultError {
  const message = `The connection ${connection} has no plan ${key.at(1) ?? ''}.`;
  return new CrossvaultError({ code: 'plan-not-found', message, source: connection });
}
