import { defineWords, type JobStatus, type Reading, readWord, type WireValue } from '@crossvault/core';

/**
 * Only `Finished` was ever seen in an answer of this list. In Progress to Partially Finished are the words of its
 * filter; the others are those of the vendor's sister lists (inferred).
 */
export const statusWords = defineWords<JobStatus>({
  queued: ['Waiting', 'Pending', 'Not started'],
  running: ['In Progress'],
  succeeded: ['Finished'],
  warning: ['Finished with Exception', 'Finished with Exceptions', 'Partially Finished'],
  failed: ['Failed', 'Failed to start', 'Rejected'],
  cancelled: ['Stopped', 'Canceled'],
  skipped: ['Skipped'],
});

/** An unlisted or missing value is `unknown`. */
export function readStatus(word: WireValue<string>): Reading<JobStatus> {
  return readWord(word, statusWords.lookup, 'unknown');
}
