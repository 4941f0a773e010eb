import type { ConnectorContext } from '@crossvault/core';
import { isSameKey } from '../mapping/key.ts';
import { mapPlanRow } from '../mapping/map-plan.ts';
import { parsePlanKey } from '../mapping/plan-key.ts';
import { agentJobs, toAgentContext } from './job-contexts.ts';
import type { PlanReader, PlanState } from './plan-state.ts';
import { type JobCalls, readDefinitionRows } from './read-job.ts';

export function createPlanReader(calls: JobCalls, context: ConnectorContext): PlanReader['read'] {
  return async (key, endedRun, call) => {
    const address = parsePlanKey(key);
    if (address?.family !== 'agent' || address.ownerId === '') return null;
    const rows = await readDefinitionRows(calls, context, address, call);
    const jobContext = toAgentContext(context, agentJobs, { id: address.ownerId, name: null }, endedRun);
    const [state] = rows.flatMap((row): PlanState[] => {
      const mapped = mapPlanRow(row, jobContext, 'v2');
      if (!('record' in mapped) || !isSameKey(mapped.record.key, key)) return [];
      const planAddress = { family: 'agent', agentUid: address.ownerId, jobUid: address.jobId, system: null } as const;
      return [{ ...mapped, planAddress }];
    });
    return state ?? null;
  };
}
