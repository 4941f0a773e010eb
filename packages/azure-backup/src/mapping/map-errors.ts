import { asRead, combine, type JobError, missing, type Reading, readText, readWire } from '@crossvault/core';
import { type JobAnswer, splitList } from './job-answer.ts';
import type { ErrorWire } from './wire.ts';

/**
 * A list row may lack the errors that the single answer has, so an empty list is `missing` there. The dynamic message
 * repeats the error in other words and counts only where it stands alone.
 */
export function readErrors({ job, extended, isFull }: JobAnswer): Reading<JobError[]> {
  const { known, lost } = splitList(job.errorDetails);
  const readings = known.map(readError);
  const told = readings.map((reading) => reading.value);
  const dynamic = readText(extended.dynamicErrorMessage);
  const errors = told.length === 0 && dynamic.value !== null ? [toError(dynamic.value)] : told;
  const reading = combine(errors, [...readings, ...lost, dynamic]);
  return errors.length === 0 && !isFull && reading.provenance === undefined ? missing([]) : reading;
}

const toError = (message: string): JobError => ({ code: null, message, recommendation: null, helpUrl: null, count: 1 });

function readError(entry: ErrorWire): Reading<JobError> {
  const code = readWire(entry.errorCode, (present) => asRead(String(present)));
  const title = readText(entry.errorTitle);
  const text = readText(entry.errorString);
  const more = readText(entry.additionalDetails);
  const recommendation = readRecommendation(entry);
  const message = text.value ?? title.value ?? more.value ?? '';
  return combine({ ...toError(message), code: code.value, recommendation: recommendation.value }, [
    code,
    title,
    text,
    more,
    recommendation,
  ]);
}

function readRecommendation({ recommendations }: ErrorWire): Reading<string | null> {
  return readWire(recommendations, (list) => {
    const parts = list.map(readText);
    const texts = parts.map((part) => part.value).filter((part) => part !== null);
    return combine(texts.length === 0 ? null : texts.join(' '), parts);
  });
}
