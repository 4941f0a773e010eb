import { jobNotFound, nullWhenAbsent } from '@crossvault/client-kit';
import { type ConnectorContext, CrossvaultError, type JobRecord, type PreparedWrite } from '@crossvault/core';
import type { VeeamAzureCalls } from '../client/client.ts';
import { answerOf, reportEnding } from './write-report.ts';

/** Stopping a session, which was read just now. */
export async function prepareCancel(
  client: Pick<VeeamAzureCalls, 'prepareSessionStop'>,
  record: JobRecord,
  { connection }: ConnectorContext,
): Promise<PreparedWrite> {
  const { job } = record;
  if (!job.actions.includes('cancel')) {
    throw new CrossvaultError({
      code: 'state-conflict',
      message: `The session ${job.nativeId} has ended already, as ${job.nativeStatus ?? job.status}.`,
      source: connection,
    });
  }
  const request = await client.prepareSessionStop(job.nativeId);
  return {
    needs: 'operate',
    target: { kind: 'job', nativeId: job.nativeId, name: null },
    requests: [request.planned],
    before: { status: job.status, nativeStatus: job.nativeStatus },
    facts: { kind: 'stop', sessions: [job.nativeId] },
    async send(call) {
      const answer = await nullWhenAbsent(request.send(call));
      if (answer === null) throw jobNotFound(connection, `session ${job.nativeId}`);
      return reportEnding([record], answerOf(answer));
    },
  };
}
