import { asRead, combine, type JobError, missing, type Reading, readText, readWire } from '@crossvault/core';
import { type JobAnswer, splitList } from './job-answer.ts';
import type { ErrorWire, ExtendedInfoWire } from './wire.ts';

/**
 * A list row may lack the errors that the single answer has, so an empty list is `missing` there. The dynamic message
 * repeats the error in other words and is used only where it is the only error.
 */
export function readErrors({ job, extended, isFull }: JobAnswer): Reading<JobError[]> {
  const { known, lost } = splitList(job.errorDetails);
  if (!isFull && known.length === 0 && lost.length === 0 && isAbsent(extended.dynamicErrorMessage)) return missing([]);
  const readings = known.map(readError);
  const reported = readings.map((reading) => reading.value);
  const dynamic = readText(extended.dynamicErrorMessage);
  const errors = reported.length === 0 && dynamic.value !== null ? [toError(dynamic.value)] : reported;
  const reading = combine(errors, [...readings, ...lost, dynamic]);
  return errors.length === 0 && !isFull && reading.provenance === undefined ? missing([]) : reading;
}

const isAbsent = (text: ExtendedInfoWire['dynamicErrorMessage']): boolean =>
  text === null || text === undefined || text === '';

const toError = (message: string): JobError => ({ code: null, message, recommendation: null, helpUrl: null, count: 1 });

function readError(entry: ErrorWire): Reading<JobError> {
  const codes = [entry.errorCode, entry.code].map(readCode);
  const texts = [entry.errorString, entry.message, entry.errorTitle, entry.additionalDetails].map(readText);
  const advice = [entry.recommendations, entry.recommendedAction].map(readAdvice);
  const message = firstOf(texts) ?? '';
  return combine({ ...toError(message), code: firstOf(codes), recommendation: firstOf(advice) }, [
    ...codes,
    ...texts,
    ...advice,
  ]);
}

/** The first that is there. */
export const firstOf = (readings: readonly Reading<string | null>[]): string | null =>
  readings.find(({ value }) => value !== null)?.value ?? null;

export const readCode = (code: ErrorWire['code']): Reading<string | null> =>
  readWire(code, (present) => asRead(String(present)));

export const readAdvice = (advice: ErrorWire['recommendations']): Reading<string | null> =>
  readWire(advice, (list) => {
    const parts = list.map(readText);
    const texts = parts.map((part) => part.value).filter((part) => part !== null);
    return combine(texts.length === 0 ? null : texts.join(' '), parts);
  });
