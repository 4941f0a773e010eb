import { nullWhenAbsent, toJobContext } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, JobKind, JobRecord, JobStatus } from '@crossvault/core';
import type { VeeamAzureCalls } from '../client/client.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { isRefusedId } from './known-answer.ts';
import { parseSessionList } from './list-page.ts';

/** Session types of a policy's runs; health checks and retention do not count. */
const runKinds: readonly JobKind[] = ['backup', 'snapshot', 'archive', 'copy', 'configure', 'other'];
const openStatuses: readonly JobStatus[] = ['queued', 'running', 'cancelling'];

/** Number of newest sessions that are read. v1 cannot filter them by policy. */
const looked = 50;

/** Whether a session is running. An unknown status does not count as running. */
export const isOpen = ({ job }: JobRecord): boolean => openStatuses.includes(job.status);

/** Sessions as they are needed to follow a change. */
export interface PolicySessions {
  /** The newest runs of the policy. */
  newest(policyId: string, call: CallOptions): Promise<readonly JobRecord[]>;
  /** The sessions of these ids that the appliance still has. */
  read(ids: readonly string[], call: CallOptions): Promise<readonly JobRecord[]>;
  /** The sessions in an answer, be it one or an array. */
  within(answer: unknown): readonly JobRecord[];
}

export function createPolicySessions(
  client: Pick<VeeamAzureCalls, 'listSessions' | 'getSession'>,
  context: ConnectorContext,
): PolicySessions {
  const toRecord = (body: unknown): readonly JobRecord[] => {
    const result = jobMapper.map({ get: body }, toJobContext(context, 'sessions'));
    return result.kind === 'job' && result.record.job.nativeKind !== null ? [result.record] : [];
  };

  return {
    async newest(policyId, call) {
      const { body } = await client.listSessions({ offset: 0, limit: looked, policyId }, call);
      const { results } = parseSessionList(body, context.connection);
      return results
        .flatMap(toRecord)
        .filter(({ job }) => job.plan?.id?.toLowerCase() === policyId.toLowerCase() && runKinds.includes(job.kind))
        .sort((one, other) => ((one.job.startedAt ?? '') < (other.job.startedAt ?? '') ? 1 : -1));
    },
    async read(ids, call) {
      const answers = await Promise.all(ids.map((id) => nullWhenAbsent(client.getSession(id, call), isRefusedId)));
      return answers.flatMap((answer) => (answer === null ? [] : toRecord(answer.body)));
    },
    within: (answer) => [answer].flat().flatMap(toRecord),
  };
}
