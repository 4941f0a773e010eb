import { joinSentences, redactAnswer, type WriteReport } from '@crossvault/core';
import { toJobKey } from '../mapping/key.ts';
import type { EndedStep, WriteStep } from './write-facts.ts';

/** The state of a change of several requests is the first of these that one of them is in. */
const order = ['running', 'unknown', 'failed', 'cancelled', 'done'] as const satisfies readonly WriteStep['state'][];

/** The report of a change, from the outcomes of its requests. `answers` are the vendor's, for the audit log. */
export function toWriteReport(
  steps: readonly WriteStep[],
  { waitSeconds, answers }: { readonly waitSeconds: number | null; readonly answers: readonly unknown[] },
): WriteReport {
  const status = order.find((each) => steps.some(({ state }) => state === each)) ?? 'done';
  const ended = steps.filter((step): step is EndedStep => step.state !== 'running');
  const isOver = status !== 'running';
  const [answer = null] = answers;
  return {
    status,
    jobs: ended.flatMap(({ list, jobNames }) => jobNames.map((name) => toJobKey(list, name))),
    startedAt: earliest(ended.map(({ startedAt }) => startedAt)),
    endedAt: isOver ? latest(ended.map(({ endedAt }) => endedAt)) : null,
    retryAfterSeconds: isOver ? null : waitSeconds,
    error: isOver ? toError(ended) : toRefusal(steps),
    tracking: isOver ? null : steps,
    answer: redactAnswer(answers.length > 1 ? answers : answer),
  };
}

function toError(ended: readonly EndedStep[]): WriteReport['error'] {
  const reported = ended.filter(({ state, message, code }) => state !== 'done' && (message !== '' || code !== null));
  const [first] = reported;
  if (first === undefined) return null;
  return {
    code: first.code,
    message: reported.length > 1 ? joinSentences(...reported.map(({ message }) => message)) : first.message,
  };
}

/** A running request whose returned address cannot be followed. */
function toRefusal(steps: readonly WriteStep[]): WriteReport['error'] {
  const refusal = steps.map((step) => (step.state === 'running' ? step.refusal : '')).find((text) => text !== '');
  return refusal === undefined ? null : { code: 'link-refused', message: refusal };
}

const earliest = (instants: readonly (string | null)[]): string | null =>
  instants.filter((each) => each !== null).toSorted()[0] ?? null;
const latest = (instants: readonly (string | null)[]): string | null =>
  instants
    .filter((each) => each !== null)
    .toSorted()
    .at(-1) ?? null;
