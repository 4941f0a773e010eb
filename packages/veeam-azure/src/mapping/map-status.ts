import { defineWords, foldWord, type JobStatus, type Reading, readWord, type WireValue } from '@crossvault/core';

/** Every word of JobStatus in v8.1; the log's entries use the same words. A failure is `Error`, three words mean running. */
export const statusWords = defineWords<JobStatus>({
  queued: ['Pending'],
  running: ['Running', 'RunningWithWarning', 'RunningWithError'],
  cancelling: ['Canceling'],
  succeeded: ['Success'],
  warning: ['Warning'],
  failed: ['Error'],
  cancelled: ['Canceled'],
  unknown: ['NeverExecuted', 'Unknown'],
});

const troubledWords = new Set(['RunningWithWarning', 'RunningWithError'].map(foldWord));

export function readStatus(word: WireValue<string>): Reading<JobStatus> {
  const reading = readWord(word, statusWords.lookup, 'unknown');
  return typeof word === 'string' && troubledWords.has(foldWord(word)) ? { ...reading, troubled: true } : reading;
}
