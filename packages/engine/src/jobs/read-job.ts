import {
  type CallOptions,
  type Clock,
  type Connector,
  CrossvaultError,
  type JobKey,
  type JobRecord,
  orAbort,
  parseJobId,
} from '@crossvault/core';
import { type Source, startSourceDeadline } from '../connections/source.ts';

/** The source and key of a job. */
export interface JobAddress {
  readonly source: Source;
  readonly key: JobKey;
}

/** The source and key of one of our ids. Throws `job-not-found` for a malformed id, and for a connection that is not configured. */
export function addressOf(sources: readonly Source[], id: string): JobAddress {
  const parsed = parseJobId(id);
  const source = sources.find(({ connection }) => connection.name === parsed?.connection);
  if (parsed !== null && source !== undefined) return { source, key: parsed.key };
  throw new CrossvaultError({
    code: 'job-not-found',
    message:
      parsed === null
        ? `"${clip(id)}" is no id of ours. To find a job by the vendor's own id, ask the list with nativeId=${clip(id)}.`
        : `The id belongs to the connection "${parsed.connection}", which is not configured.`,
  });
}

const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** Runs one call to one source within its deadline, and remembers how the source was seen. */
export async function askWithin<T>(
  clock: Clock,
  source: Source,
  call: CallOptions,
  run: (connector: Connector, call: CallOptions) => Promise<T>,
): Promise<T> {
  // Loading the code of the vendor takes nothing of the time that the vendor has.
  await orAbort(call.signal, () => source.connector());
  const deadline = startSourceDeadline(clock, source.connection, call.signal);
  try {
    const result = await source.ask(deadline, (connector) => run(connector, deadline));
    source.note(null, true);
    return result;
  } catch (error) {
    const known = CrossvaultError.from(error).at(source.connection.name);
    if (known.entry.fault !== 'request') source.note(known, true);
    throw known;
  } finally {
    deadline.release();
  }
}

export function readJob(clock: Clock, address: JobAddress, call: CallOptions): Promise<JobRecord> {
  return askWithin(clock, address.source, call, (connector, options) => connector.getJob(address.key, options));
}
