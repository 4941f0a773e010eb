import { type LongRunningProtocol, type Look, mismatchedAnswer, unreadableAnswer } from '@crossvault/client-kit';
import type { CallOptions } from '@crossvault/core';
import { readText } from '@crossvault/core/mapping';
import { foldWord, isJsonObject, tolerant, Unreadable, wireFor } from '@crossvault/core/wire';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';
import type { VeeamAzureCalls } from './client.ts';

const text = tolerant(z.string());
const trackedWire = wireFor<components['schemas']['Operation']>()(
  z.object({
    id: text,
    status: text,
    error: tolerant(z.object({ title: text, detail: text })),
    result: z.unknown().optional(),
  }),
);
type TrackedWire = z.output<typeof trackedWire>;

/** The object that is polled: an operation, or the session that a request started. */
export interface Tracked {
  readonly kind: 'operation' | 'session';
  readonly id: string;
}

type Calls = Pick<VeeamAzureCalls, 'getOperation' | 'getSession'>;

/**
 * Follows a request that the appliance works on: the operation of an answer 202 (its result is what the request would
 * have answered), or a session, which is its own result. The interval between two checks is not documented.
 */
export function createTracking(client: Calls, source: string): LongRunningProtocol<Tracked, unknown> {
  return {
    usualWaitSeconds: 5,
    longestWaitSeconds: 60,
    async look({ kind, id }: Tracked, call: CallOptions): Promise<Look<Tracked, unknown>> {
      const { body } = await (kind === 'operation' ? client.getOperation(id, call) : client.getSession(id, call));
      const seen = trackedWire.safeParse(body).data;
      if (seen === undefined) throw unreadableAnswer(source, `The answer for the ${kind} ${id} cannot be read.`);
      const answered = readText(seen.id).value;
      if (answered !== null && answered.toLowerCase() !== id.toLowerCase())
        throw mismatchedAnswer(source, kind, id, answered);
      return toLook(seen, kind === 'operation' ? seen.result : body);
    },
  };
}

/** Final statuses; every other one, known or not, means that the work continues. */
function toLook(seen: TrackedWire, result: unknown): Look<Tracked, unknown> {
  switch (foldWord(readText(seen.status).value ?? '')) {
    case 'success':
    case 'warning':
      return { state: 'done', result };
    case 'error':
      return { state: 'failed', code: null, message: readMessage(seen) ?? 'The appliance reports that it failed.' };
    case 'canceled':
      return { state: 'cancelled', code: null, message: 'It was cancelled at the appliance.' };
    default:
      return { state: 'running', waitSeconds: null };
  }
}

function readMessage({ error }: TrackedWire): string | null {
  if (error === null || error === undefined || error instanceof Unreadable) return null;
  return readText(error.detail).value ?? readText(error.title).value;
}

/** The object to poll after a 202; null for any other answer, and for one without an operation. */
export function trackingOf({ status }: Response, body: unknown): Tracked | null {
  if (status !== 202 || !isJsonObject(body)) return null;
  const id = readText(trackedWire.parse(body).id).value;
  return id === null ? null : { kind: 'operation', id };
}
