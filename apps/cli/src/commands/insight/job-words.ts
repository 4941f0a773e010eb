import { type CallOptions, CrossvaultError, type Job, jobViewSchema } from '@crossvault/core';
import type { Engine } from '@crossvault/engine';

/** A job as it is stored; null where not all of it is. No vendor is asked. */
async function readStoredJob(engine: Pick<Engine, 'readJobText'>, id: string, call: CallOptions): Promise<Job | null> {
  try {
    const text = await engine.readJobText(id, call);
    return text === null ? null : (jobViewSchema.safeParse(JSON.parse(text)).data ?? null);
  } catch (error) {
    if (CrossvaultError.from(error).code === 'job-not-found') return null;
    throw error;
  }
}

/** Our word for the state of a job, the vendor's beside it, and its first error: `failed (JobFailed): 0x01: disk full`. */
function toJobWords({ status, nativeStatus, errors: [error] }: Job): string {
  const state = nativeStatus === null ? status : `${status} (${nativeStatus})`;
  if (error === undefined) return state;
  return `${state}: ${[error.code, error.message].filter((part) => part !== null).join(': ')}`;
}

/** What the vendor said of a job; null where it is not stored whole. */
export async function readJobWords(
  engine: Pick<Engine, 'readJobText'>,
  id: string,
  call: CallOptions,
): Promise<string | null> {
  const job = await readStoredJob(engine, id, call);
  return job === null ? null : toJobWords(job);
}
