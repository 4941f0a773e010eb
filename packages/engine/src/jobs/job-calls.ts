import { type CallOptions, type Clock, CrossvaultError, type JobRecord } from '@crossvault/core';
import { type AskVendor, during, type History, isWhole, readAndKeep } from '../changes/history.ts';
import type { Source } from '../connections/source.ts';
import { explainTenant, tenantsOf, withTenant } from '../connections/tenants.ts';
import type { Engine } from '../engine-calls.ts';
import { completeCall } from '../engine-defaults.ts';
import { type SearchedTexts, toSentText } from '../listing/searched-texts.ts';
import { addressOf, askWithin, type JobAddress, readJob } from './read-job.ts';

/** The calls about a single job. */
export function createJobCalls(
  history: History | null,
  sources: readonly Source[],
  clock: Clock,
  searched: SearchedTexts,
): Pick<Engine, 'getJob' | 'readJobText' | 'explainJob' | 'jobLog'> {
  const tenants = tenantsOf(sources.map(({ connection }) => connection));
  const getJob: Engine['getJob'] = async (id, given, { fresh = false } = {}) => {
    const call = completeCall(given);
    const address = addressOf(sources, id);
    const record =
      history === null
        ? await readJob(clock, address, call)
        : await readKnownJob(during(history, call), clock, { ...address, id }, call, fresh);
    return { ...record, job: withTenant(record.job, tenants) };
  };
  return {
    getJob,
    async readJobText(id, call) {
      addressOf(sources, id);
      const stored = await history?.store.during(call.signal).getJobText(id);
      return stored?.isWhole === true ? toSentText({ searched, tenants }, stored) : null;
    },
    async explainJob(id, call, options) {
      const { source } = addressOf(sources, id);
      const { raw, context } = await getJob(id, call, options);
      const explanation = (await source.connector()).explainJob(raw, context);
      if (explanation !== null) return explainTenant(explanation, tenants);
      throw new CrossvaultError({ code: 'internal-error', message: 'A job that was read can no longer be explained.' });
    },
    async jobLog(id, given) {
      const call = completeCall(given);
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

/**
 * One whole job: from the store when it has all of it, else from the vendor, and stored. When the vendor cannot be read,
 * or has forgotten the job, the stored state is returned: its `depth` and `observedAt` show how complete and old it is.
 */
async function readKnownJob(
  history: History,
  clock: Clock,
  { source, key, id }: JobAddress & { readonly id: string },
  call: CallOptions,
  fresh: boolean,
): Promise<JobRecord> {
  const stored = await history.store.getJob(id);
  if (stored !== null && !fresh && (isWhole(stored) || stored.record.job.goneAt !== null)) return stored.record;
  const ask: AskVendor = (run) => askWithin(clock, source, call, run);
  try {
    return await readAndKeep(history, ask, stored?.record.key ?? key, stored?.id);
  } catch (error) {
    if (stored === null || call.signal.aborted) throw error;
    // As it is stored now: the vendor may just have said that the job is gone.
    return (await history.store.getJob(stored.id))?.record ?? stored.record;
  }
}
