import type { Job } from '@crossvault/contract';

/** Words of a text: runs of letters and digits, in lower case. The one tokenizer of every search. */
export function toWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether every searched word begins some word of the job: of its id, names, kind or errors. */
export function matchesWords(job: Job, searched: readonly string[]): boolean {
  const texts = [
    job.nativeId,
    job.target?.name,
    job.plan?.name,
    job.nativeKind,
    ...job.errors.map((error) => error.message),
  ];
  const words = texts.flatMap((text) => (text === null || text === undefined ? [] : toWords(text)));
  return searched.every((wanted) => words.some((word) => word.startsWith(wanted)));
}
