import { isJsonObject, tolerant, wireFor } from '@crossvault/contract';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

/** What every answer is wrapped in. Its `errors` are one object on the list's page and an array on the detail's. */
const envelopeWire = wireFor<components['schemas']['Envelope']>()(
  z.object({
    statusCode: tolerant(z.union([z.number(), z.string()])),
    message: tolerant(z.string()),
    errors: z.unknown().optional(),
    requestId: tolerant(z.string()),
  }),
);

const errorWire = wireFor<components['schemas']['ApiError']>()(
  z.object({
    code: tolerant(z.string()),
    field: tolerant(z.string()),
    message: tolerant(z.string()),
  }),
);

export interface Envelope {
  /** The status as the body repeats it; null when it does not. */
  readonly status: number | null;
  /** Whether the body names errors, whatever its status. */
  readonly hasErrors: boolean;
  /** The vendor's words and its id of the request; null when there are neither. */
  readonly problem: string | null;
  readonly requestId: string | null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

function errorsIn(errors: unknown): readonly unknown[] {
  if (Array.isArray(errors)) return errors;
  if (isJsonObject(errors)) return Object.values(errors).some((part) => part !== null && part !== '') ? [errors] : [];
  return textOf(errors) === null ? [] : [errors];
}

function describeError(error: unknown): string | null {
  const read = errorWire.safeParse(error);
  if (!read.success) return textOf(error);
  const field = textOf(read.data.field);
  const words = [textOf(read.data.code), textOf(read.data.message)].filter((part) => part !== null).join(': ');
  return textOf(field === null ? words : `${words} (${field})`);
}

/** What the wrapping says of an answer; null when the body is no object. Total. */
export function readEnvelope(body: unknown): Envelope | null {
  const read = isJsonObject(body) ? envelopeWire.safeParse(body) : null;
  if (read === null || !read.success) return null;
  const errors = errorsIn(read.data.errors);
  const requestId = textOf(read.data.requestId);
  const words = [textOf(read.data.message), ...errors.map(describeError)].filter((part) => part !== null).join('; ');
  const parts = [textOf(words), requestId === null ? null : `request ${requestId}`].filter((part) => part !== null);
  const status = Number(textOf(String(read.data.statusCode ?? '')) ?? Number.NaN);
  return {
    status: Number.isInteger(status) ? status : null,
    hasErrors: errors.length > 0,
    problem: textOf(parts.join(', ')),
    requestId,
  };
}

/** The status that an answer of success has by its envelope, so that a failure inside a 200 is met like any other. */
export function readEnvelopeStatus(response: Response, body: unknown): number {
  if (response.status !== 200) return response.status;
  const status = readEnvelope(body)?.status ?? 200;
  return status >= 400 && status <= 599 ? status : 200;
}
