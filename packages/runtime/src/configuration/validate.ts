import { Secret } from '@crossvault/core';
import type { z } from 'zod';
import { allowedKeys, valueAt } from './allowed-keys.ts';
import type { Issue, KeyPath } from './issue.ts';

export type Validated<T> =
  | { readonly ok: true; readonly value: T; readonly issues?: undefined }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Parses the value at `at`, without compiling the schema: a configuration is read once. Every fault becomes an issue whose message is a
 * predicate without the value.
 */
export function validate<T>(schema: z.ZodType<T>, value: unknown, at: KeyPath): Validated<T> {
  const result = schema.safeParse(value, { error: describe, jitless: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, issues: result.error.issues.flatMap((issue) => toIssues(issue, schema, value, at)) };
}

const unknownKey = 'is unknown';

function toIssues(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, at: KeyPath): readonly Issue[] {
  const own = issue.path.filter((step) => typeof step !== 'symbol');
  const path = [...at, ...own];
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(schema, own, value).join(', ');
    const message =
      issue.message === unknownKey && allowed !== '' ? `${unknownKey}; allowed: ${allowed}` : issue.message;
    return issue.keys.map((key) => ({ path: [...path, key], message, code: 'configuration-invalid' }));
  }
  const absent = valueAt(value, own) === undefined && own.length > 0;
  return [{ path, message: absent ? toMissing(issue.message) : issue.message, code: 'configuration-invalid' }];
}

/** The message of a schema states what the key must be, not that it is missing. */
function toMissing(message: string): string {
  if (message.startsWith('is missing')) return message;
  return `is missing: ${message.startsWith('must ') ? `it ${message}` : message}`;
}

const typeNames: Partial<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys',
};

function describe(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') return unknownKey;
  if (issue.input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}, not ${nameOf(issue.input)}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return describeBound(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum);
    case 'too_big':
      return describeBound(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum);
    default:
      return 'must have another form';
  }
}

function describeBound(origin: string, comparison: string, bound: number | bigint): string {
  const unit = { string: ' characters', array: ' entries', set: ' entries' }[origin];
  return unit === undefined ? `must be ${comparison} ${bound}` : `must have ${comparison} ${bound}${unit}`;
}

function nameOf(value: unknown): string {
  if (value === null) return 'empty';
  if (value instanceof Secret) return 'a reference';
  if (Array.isArray(value)) return 'a list';
  return typeNames[typeof value] ?? typeof value;
}
