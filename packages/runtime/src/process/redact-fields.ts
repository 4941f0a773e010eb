import { CrossvaultError } from '@crossvault/core';
import { isSecretName, redactForLog } from '@crossvault/core/internal';

const hidden = '[redacted]';
const deepest = 6;

/**
 * The fields of a log line as plain data without secrets. Every text at any depth is redacted, a text under the name
 * of a secret is hidden whatever it is, and an error becomes its name, code and message. Numbers stay.
 */
export function redactFields(fields: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [redactForLog(name), redactValue(name, value, 1)]),
  );
}

function redactValue(name: string, value: unknown, depth: number): unknown {
  if (typeof value === 'string') return isSecretName(name) ? hidden : redactForLog(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return redactError(value, depth);
  if (depth >= deepest) return '[deeper]';
  if (Array.isArray(value)) return value.map((item) => redactValue(name, item, depth + 1));
  const plain = 'toJSON' in value && typeof value.toJSON === 'function' ? (value.toJSON() as unknown) : value;
  if (plain !== value) return redactValue(name, plain, depth + 1);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [redactForLog(key), redactValue(key, inner, depth + 1)]),
  );
}

function redactError(error: Error, depth: number): unknown {
  const code = CrossvaultError.isInstance(error) || ('code' in error && typeof error.code === 'string');
  return {
    name: error.name,
    ...(code ? { code: error.code } : {}),
    message: redactForLog(error.message),
    ...(error.cause === undefined || depth >= deepest ? {} : { cause: redactValue('cause', error.cause, depth + 1) }),
  };
}
