import type { Job } from './job.ts';

/** Words of a text: runs of letters and digits, in lower case. The one tokenizer of every search, live and stored. */
export function toWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words that a job is found by: of its id, names, kind and errors, each once. */
export function wordsOfJob(job: Job): ReadonlySet<string> {
  const texts = [
    job.nativeId,
    job.target?.name,
    job.plan?.name,
    job.nativeKind,
    ...job.errors.map((error) => error.message),
  ];
  return new Set(texts.flatMap((text) => (text === null || text === undefined ? [] : toWords(text))));
}

/** Whether every searched word begins some word of the job. */
export function matchesWords(job: Job, searched: readonly string[]): boolean {
  const words = [...wordsOfJob(job)];
  return searched.every((wanted) => words.some((word) => word.startsWith(wanted)));
}
