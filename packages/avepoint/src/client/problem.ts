import { readEnvelope } from './envelope.ts';

/** The vendor's message from an answer's envelope, with its request id; null for any other body. */
export function readProblem(body: unknown): string | null {
  return readEnvelope(body)?.problem ?? null;
}
