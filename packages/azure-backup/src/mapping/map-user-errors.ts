import {
  combine,
  isJsonObject,
  type JobError,
  missing,
  parseWire,
  type Reading,
  readText,
  Unreadable,
  unreadable,
} from '@crossvault/core';
import { splitList } from './job-answer.ts';
import { firstOf, readAdvice, readCode } from './map-errors.ts';
import type { VaultJobAnswer } from './vault-job-answer.ts';
import { userErrorWire, type WarningWire } from './wire-backup-vault.ts';

/** How deep errors and causes are followed, and how many are reported. */
const limits = { depth: 5, errors: 50 } as const;

/** The errors of a job with those below them, each on its own, in the order in which they stand there. */
export function readUserErrors({ job, extended, isFull }: VaultJobAnswer): Reading<JobError[]> {
  const { errorDetails } = job;
  const reported = errorDetails instanceof Unreadable ? [unreadable(null)] : (errorDetails ?? []).flatMap(readWhole);
  const { known, lost } = splitList(extended.warningDetails);
  const readings = [
    ...reported.slice(0, limits.errors),
    ...known.slice(0, limits.errors).flatMap(readWarning),
    ...lost,
  ];
  const errors = readings.flatMap(({ value }) => (value === null ? [] : [value]));
  const reading = combine(errors, readings);
  return errors.length === 0 && !isFull && reading.provenance === undefined ? missing([]) : reading;
}

const readWhole = (entry: unknown): Reading<JobError | null>[] => readError(entry, limits.depth);

/** A warning names the resource that it is about; a job may have the same one for several. */
function readWarning({ resourceName, warning }: WarningWire): Reading<JobError | null>[] {
  const resource = readText(resourceName).value;
  if (warning instanceof Unreadable) return [unreadable(null)];
  return readWhole(warning ?? {}).map((reading) => {
    if (reading.value === null || resource === null) return reading;
    const message = reading.value.message === '' ? resource : `${resource}: ${reading.value.message}`;
    return { ...reading, value: { ...reading.value, message } };
  });
}

function readError(entry: unknown, depth: number): Reading<JobError | null>[] {
  if (!isJsonObject(entry)) return [unreadable(null)];
  const error = parseWire(userErrorWire, entry);
  const codes = [error.code, error.errorCode].map(readCode);
  const texts = [error.message, error.errorString, error.errorTitle].map(readText);
  const advice = [error.recommendedAction, error.recommendations].map(readAdvice);
  const causes = readCauses(error.innerError);
  const own = combine<JobError>(
    {
      code: firstOf(codes) ?? causes[0] ?? null,
      message: firstOf(texts) ?? causes.join(', '),
      recommendation: firstOf(advice),
      helpUrl: null,
      count: 1,
    },
    [...codes, ...texts, ...advice],
  );
  const below = error.details instanceof Unreadable ? [] : (error.details ?? []);
  return [own, ...(depth > 1 ? below.flatMap((each) => readError(each, depth - 1)) : [])];
}

/** Codes of what caused an error, from the nearest to the deepest. */
export function readCauses(inner: unknown): string[] {
  const codes: string[] = [];
  let cause = inner;
  while (isJsonObject(cause) && codes.length < limits.depth) {
    const code = cause['code'];
    if (typeof code === 'string' && code !== '') codes.push(code);
    cause = cause['embeddedInnerError'];
  }
  return codes;
}
