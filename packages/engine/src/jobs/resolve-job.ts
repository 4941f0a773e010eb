import { type CallOptions, CrossvaultError, parseJobId } from '@crossvault/core';
import type { Engine } from '../engine-calls.ts';
import type { ListedRecord } from '../listing/list-stream.ts';

/** What a record is a run of. Two records that differ here are different things with the same native id. */
const definitionOf = ({ job, context }: ListedRecord): string =>
  JSON.stringify([job.connection, context?.list, job.target?.id, job.plan?.id, job.plan?.name]);

/**
 * Finds a job by what the caller has: our id, `connection/nativeId`, or a bare native id. Several runs of one
 * definition are one match, the newest; matches of several definitions throw `ambiguous-job`, which names all of them.
 */
export async function resolveJob(
  engine: Pick<Engine, 'getJob' | 'listJobs' | 'connectionNames'>,
  reference: string,
  call: CallOptions,
): Promise<ListedRecord> {
  const parsed = parseJobId(reference);
  if (parsed !== null && engine.connectionNames.includes(parsed.connection)) return engine.getJob(reference, call);
  const connection = engine.connectionNames.find((name) => reference.startsWith(`${name}/`));
  const nativeId = connection === undefined ? reference : reference.slice(connection.length + 1);
  const query = { nativeId: [nativeId], ...(connection === undefined ? {} : { connection: [connection] }) };
  const page = { sort: '-startedAt', limit: 500, cursor: null, strict: false, fresh: true } as const;
  const listing = await engine.listJobs(query, page, call);
  const [first] = listing.records;
  if (first === undefined)
    throw notFound(nativeId, listing.sources.find(({ problem }) => problem !== null)?.problem?.detail);
  const definitions = new Map(listing.records.toReversed().map((record) => [definitionOf(record), record]));
  if (definitions.size === 1) return first;
  const named = [...definitions.values()].map(
    ({ job }) => `${job.connection} ${job.id} (${job.target?.name ?? job.kind}, ${job.startedAt ?? 'no start'})`,
  );
  throw new CrossvaultError({
    code: 'ambiguous-job',
    message: `Several jobs have the id ${nativeId}; ask for one of them by its own id: ${named.join('; ')}.`,
  });
}

function notFound(nativeId: string, trouble: string | undefined): CrossvaultError {
  const hint = trouble === undefined ? '' : ` Not every source could be asked: ${trouble}`;
  return new CrossvaultError({
    code: trouble === undefined ? 'job-not-found' : 'sources-incomplete',
    message: `No source knows a job "${nativeId}".${hint}`,
  });
}
