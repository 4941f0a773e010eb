import { inferred, type JobKind, type Reading } from '@crossvault/contract';

/** No field of an agent's job tells what kind of work it is: the list that it is in does. First match wins. */
const kindRows: readonly (readonly [list: RegExp, kind: JobKind])[] = [
  [/^agent-jobs$/, 'backup'],
  [/^/, 'other'],
];

export function readKind(list: string): Reading<JobKind> {
  return inferred(kindRows.find(([pattern]) => pattern.test(list))?.[1] ?? 'other');
}
