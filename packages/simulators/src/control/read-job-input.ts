import { parseClockInstant } from '../clock/clock.ts';
import type { AddJobInput, JobChange } from '../fleet/job-table.ts';
import { TRUTH_KINDS, TRUTH_STATUSES } from '../truth.ts';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string';
const isOneOf =
  (words: readonly string[]) =>
  (value: unknown): boolean =>
    words.some((word) => word === value);
const isInstant = (value: unknown): boolean => typeof value === 'string' && parseClockInstant(value) >= 0;

const ADD_FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  status: isOneOf(TRUTH_STATUSES),
  nativeStatus: isText,
  kind: isOneOf(TRUTH_KINDS),
  nativeKind: isText,
  target: isText,
  startedAt: isInstant,
  durationSeconds: (value) => typeof value === 'number' && value >= 0,
  list: isText,
  raw: () => true,
  truth: (value) => value === null || isRecord(value),
};

const CHANGE_FIELDS: typeof ADD_FIELDS = {
  ...ADD_FIELDS,
  merge: isRecord,
  remove: (value) => Array.isArray(value) && value.every(isText),
};

/** Throws a RangeError that names the key. */
const check = (body: Record<string, unknown>, fields: typeof ADD_FIELDS): Record<string, unknown> => {
  for (const [key, value] of Object.entries(body)) {
    const isLegal = fields[key];
    if (isLegal === undefined) throw new RangeError(`unknown key ${key}; there are ${Object.keys(fields).join(', ')}`);
    if (!isLegal(value)) throw new RangeError(`bad value for ${key}: ${JSON.stringify(value)}`);
  }
  return body;
};

export const readAddJobInput = (body: Record<string, unknown>): AddJobInput => check(body, ADD_FIELDS);

export const readJobChange = (body: Record<string, unknown>): JobChange => check(body, CHANGE_FIELDS);
