import type { CrossvaultError } from '@crossvault/core';
import { clampWait } from '../resilience/retry-after.ts';
import { type Trouble, troubleOfStatus } from '../resilience/retry-policy.ts';
import type { AnswerReaders } from './answer-readers.ts';
import type { ReadAnswer } from './read-answer.ts';

/** What became of one attempt: an answer that was read to its end, or why there is none. */
export type Outcome = {
  readonly trouble: Trouble;
  /** How long the vendor asks to be left alone. */
  readonly waitMs: number | null;
} & (
  | { readonly answer: ReadAnswer; readonly failure: null }
  | { readonly answer: null; readonly failure: CrossvaultError }
);

export function checkAnswer(answer: ReadAnswer, readers: AnswerReaders): Outcome {
  const trouble = troubleOfStatus(answer.status);
  const seconds = trouble === null ? null : readers.readWait(answer.response, answer.body);
  return { answer, failure: null, trouble, waitMs: seconds === null ? null : clampWait(seconds) * 1000 };
}

export function checkFailure(failure: CrossvaultError): Outcome {
  return { answer: null, failure, trouble: failure.entry.retryable ? 'transient' : null, waitMs: null };
}
