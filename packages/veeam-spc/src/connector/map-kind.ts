import { defineWords, inferred, type JobKind, type Reading } from '@crossvault/contract';

/** No field of an agent's job tells what kind of work it is: the list that it is in does. */
export const kindWords = defineWords<JobKind>({ backup: ['agent-jobs'] });

export function readKind(list: string): Reading<JobKind> {
  return inferred(kindWords.lookup(list) ?? 'other');
}
