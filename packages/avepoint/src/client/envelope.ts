import { readErrorText } from '@crossvault/client-kit';
import { readUpstreamId } from '@crossvault/core/errors';
import { isJsonObject, joinSentences, safeParseWire, tolerant, wireFor } from '@crossvault/core/wire';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

/** The envelope of every answer. Its `errors` are one object on the list's page and an array on the detail's. */
const envelopeWire = wireFor<components['schemas']['Envelope']>()(
  z.object({
    statusCode: tolerant(z.union([z.number(), z.string()])),
    errors: z.unknown().optional(),
    requestId: tolerant(z.string()),
  }),
);

export interface Envelope {
  /** The status as the body repeats it; null when it does not. */
  readonly status: number | null;
  /** Whether the body names errors, whatever its status. */
  readonly hasErrors: boolean;
  /** The vendor's message and its request id; null when both are missing. */
  readonly problem: string | null;
  readonly requestId: string | null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

function errorsIn(errors: unknown): readonly unknown[] {
  if (Array.isArray(errors)) return errors;
  if (isJsonObject(errors)) return Object.values(errors).some((part) => part !== null && part !== '') ? [errors] : [];
  return textOf(errors) === null ? [] : [errors];
}

/** Reads the envelope of an answer; null when the body is not an object. Never throws. */
export function readEnvelope(body: unknown): Envelope | null {
  const read = isJsonObject(body) ? safeParseWire(envelopeWire, body) : undefined;
  if (read === undefined) return null;
  const errors = errorsIn(read.errors);
  const requestId = readUpstreamId(textOf(read.requestId)) ?? null;
  const words = readErrorText(body);
  const status = Number(textOf(String(read.statusCode ?? '')) ?? Number.NaN);
  return {
    status: Number.isInteger(status) ? status : null,
    hasErrors: errors.length > 0,
    problem: requestId === null ? words : joinSentences(words, `Request ${requestId}`),
    requestId,
  };
}

/** The status in the envelope of a successful answer, so that a failure inside a 200 is handled as a failure. */
export function readEnvelopeStatus(response: Response, body: unknown): number {
  if (response.status !== 200) return response.status;
  const status = readEnvelope(body)?.status ?? 200;
  return status >= 400 && status <= 599 ? status : 200;
}
