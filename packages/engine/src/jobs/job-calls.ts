import { type Clock, CrossvaultError } from '@crossvault/core';
import { during, type History } from '../changes/history.ts';
import type { Source } from '../connections/source.ts';
import type { Engine } from '../engine-calls.ts';
import { readKnownJob } from '../listing/live/known-job-reader.ts';
import { addressOf, askWithin, readJob } from './read-job.ts';

/** The calls about a single job. */
export function createJobCalls(
  history: History | null,
  sources: readonly Source[],
  clock: Clock,
): Pick<Engine, 'getJob' | 'explainJob' | 'jobLog'> {
  const getJob: Engine['getJob'] = async (id, call, { fresh = false } = {}) => {
    const address = addressOf(sources, id);
    return history === null
      ? readJob(clock, address, call)
      : readKnownJob(during(history, call), clock, { ...address, id }, call, fresh);
  };
  return {
    getJob,
    async explainJob(id, call, options) {
      const { source } = addressOf(sources, id);
      const { raw, context } = await getJob(id, call, options);
      const explanation = source.connector().explainJob(raw, context);
      if (explanation !== null) return explanation;
      throw new CrossvaultError({ code: 'internal-error', message: 'A job that was read can no longer be explained.' });
    },
    async jobLog(id, call) {
      const { source, key } = addressOf(sources, id);
      const stored = await history?.store.during(call.signal).getJob(id);
      const log = await askWithin(clock, source, call, (connector, options) => {
        if (connector.jobLog !== undefined) return connector.jobLog(stored?.record.key ?? key, options);
        throw new CrossvaultError({
          code: 'action-not-supported',
          message: `${source.connection.title} keeps no log of a job that can be read.`,
        });
      });
      return log;
    },
  };
}
