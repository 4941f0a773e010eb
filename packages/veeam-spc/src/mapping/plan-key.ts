import type { JobKey } from '@crossvault/core';
import { type JobAddress, parseJobKey, readId } from './key.ts';

const policyMark = 'policy';

/** Parts of a plan's key. A job's plan has the key that the keys of all its runs begin with. */
export type PlanAddress = JobAddress | { readonly family: 'policy'; readonly policyUid: string };

export const toPolicyKey = (policyUid: string): JobKey => [policyMark, policyUid.toLowerCase()];

/** Null when this connector did not create the key. */
export function parsePlanKey(key: JobKey): PlanAddress | null {
  const [mark, policyUid] = key;
  if (key.length === 2 && mark === policyMark) {
    return readId(policyUid) === null || policyUid === undefined ? null : { family: 'policy', policyUid };
  }
  return key.length === 3 ? parseJobKey([...key, 'unread']) : null;
}
