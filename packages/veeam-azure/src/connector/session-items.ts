import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type JobRaw,
  type JobRecord,
} from '@crossvault/core';
import type { VeeamAzureCalls } from '../client/client.ts';
import { parsePage } from './inventory-page.ts';

/** Rows that are requested at a time, and how many times at most. */
const rowsAtATime = 200;
const mostPages = 10;

/** Only such a session may have resources that failed; of a success each was successful. */
export const mayHaveFailures = ({ job }: JobRecord): boolean =>
  job.ended && job.status !== 'succeeded' && job.plan !== null;

/** What became of the resources of a session. Where that cannot be had, the job is read without it; a cancellation removes both. */
export async function readSessionItems(
  client: Pick<VeeamAzureCalls, 'listSessionItems'>,
  sessionId: string,
  { connection, logger }: ConnectorContext,
  call: CallOptions,
): Promise<Pick<JobRaw, 'objects'>> {
  const objects: unknown[] = [];
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const offset = objects.length;
      const { body } = await client.listSessionItems(sessionId, { offset, limit: rowsAtATime }, call);
      const { results, totalCount } = parsePage(body, { offset, list: 'results of a session', connection });
      objects.push(...results);
      if (results.length === 0 || typeof totalCount !== 'number' || objects.length >= totalCount) break;
    }
    return { objects };
  } catch (error) {
    if (call.signal.aborted) throw error;
    logger.warn({ sessionId, error: CrossvaultError.from(error).message }, 'The results of a session are missing.');
    return {};
  }
}
