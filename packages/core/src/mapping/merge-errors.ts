import type { JobError } from '../model/job.ts';

/** Errors with the same words, code, advice and link are one error that occurred so many times more; the first one's place counts. */
export function mergeErrors(errors: readonly JobError[]): JobError[] {
  const merged = new Map<string, JobError>();
  for (const error of errors) {
    const { code, message, recommendation, helpUrl, count } = error;
    const same = JSON.stringify([code, message, recommendation, helpUrl]);
    const known = merged.get(same);
    merged.set(same, known === undefined ? error : { ...known, count: addCounts(known.count, count) });
  }
  return [...merged.values()];
}

const addCounts = (one: number, other: number): number => Math.min(one + other, Number.MAX_SAFE_INTEGER);
