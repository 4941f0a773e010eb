import {
  asRead,
  defineWords,
  foldWord,
  type JobStatus,
  missing,
  type Reading,
  readWire,
  type WireValue,
} from '@crossvault/contract';

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
  const reading = readWire<string, JobStatus>(word, (text) => {
    if (text === '') return missing<JobStatus>('unknown');
    const status = statusWords.lookup(text) ?? 'unknown';
    return troubledWords.has(foldWord(text)) ? { value: status, troubled: true } : asRead<JobStatus>(status);
  });
  return { ...reading, value: reading.value ?? 'unknown' };
}

/**
 * The words for the list's own filter; null when it cannot do it, because `unknown` also means words that no table knows.
 * No other status is ever computed here: a session counts no failed objects.
 */
export function toStatusFilter(statuses: readonly JobStatus[] | null): readonly string[] | null {
  if (statuses === null || statuses.includes('unknown')) return null;
  const words = statuses.flatMap((status) => statusWords.wordsFor(status));
  return words.length === 0 ? null : words;
}
