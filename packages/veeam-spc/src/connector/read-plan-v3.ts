import { mismatchedAnswer, nullWhenAbsent } from '@crossvault/client-kit';
import { type CallOptions, type ConnectorContext, isJsonObject } from '@crossvault/core';
import type { CallsV3 } from '../client/calls-v3.ts';
import { systemOf } from '../mapping/agent-system.ts';
import { isSameKey, type JobAddress, readId } from '../mapping/key.ts';
import { mapPlanRow } from '../mapping/map-plan.ts';
import { mapPolicyRow } from '../mapping/map-policy.ts';
import { parsePlanKey, toPolicyKey } from '../mapping/plan-key.ts';
import { parseJob } from '../mapping/wire.ts';
import type { PlanAddress, PlanReader, PlanState } from './plan-state.ts';
import { type DefinitionSources, readDefinitionV3, unwrap } from './read-job-v3.ts';

interface Sources extends DefinitionSources {
  readonly calls: Pick<CallsV3, 'getAgentJob' | 'getServerJob' | 'getPolicy'>;
}

export function createPlanReaderV3(sources: Sources, context: ConnectorContext): PlanReader['read'] {
  async function readPolicy(policyUid: string, call: CallOptions): Promise<PlanState | null> {
    const answer = await nullWhenAbsent(sources.calls.getPolicy(policyUid, call));
    if (answer === null) return null;
    const mapped = mapPolicyRow(unwrap(answer.body, policyUid, context), context.connection);
    if (!('record' in mapped)) return null;
    if (!isSameKey(mapped.record.key, toPolicyKey(policyUid))) {
      throw mismatchedAnswer(context.connection, 'policy', policyUid, mapped.record.plan.nativeId);
    }
    return { record: mapped.record, last: null, planAddress: { family: 'policy', policyUid } };
  }

  return async (key, endedRun, call) => {
    const address = parsePlanKey(key);
    if (address === null) return null;
    if (address.family === 'policy') return readPolicy(address.policyUid, call);
    const { answers, hasAddress, jobContext } = await readDefinitionV3(
      sources,
      context,
      { ...address, endedRun },
      call,
    );
    const [state] = answers.flatMap((row): PlanState[] => {
      const mapped = mapPlanRow(row, jobContext, 'v3');
      if (!('record' in mapped) || !isSameKey(mapped.record.key, key)) return [];
      return [{ ...mapped, planAddress: toPlanAddress(row, address, hasAddress) }];
    });
    return state ?? null;
  };
}

/** A backup server's job that was not found under its own uid, but in the list, has another one in the console. */
function toPlanAddress(row: unknown, { family, ownerId, jobId }: JobAddress, hasAddress: boolean): PlanAddress {
  const job = isJsonObject(row) ? parseJob(row) : null;
  if (family === 'agent') {
    return { family, agentUid: ownerId, jobUid: jobId, system: job === null ? null : systemOf(job) };
  }
  return { family, jobUid: (hasAddress ? null : readId(job?.uniqueUid)) ?? jobId };
}
