import { readEnvelope } from './envelope.ts';

/** The vendor's words out of an answer's envelope, with its id of the request; null for any other body. */
export function readProblem(body: unknown): string | null {
  return readEnvelope(body)?.problem ?? null;
}
