import { type Answer, unreadableAnswer } from '@crossvault/client-kit';
import { CrossvaultError, isJsonObject, quoteVendor, readCount, toSentence, Unreadable } from '@crossvault/core';
import { readEnvelope } from '../client/envelope.ts';
import { listWire } from './wire.ts';

/** A page of the list, out of its envelope. */
export interface ListAnswer {
  readonly rows: readonly unknown[];
  /** How many there are in all; null when the answer does not say. */
  readonly total: number | null;
  /** The link as it came; '' is the vendor's way to say that this is the end, null says nothing. */
  readonly nextLink: string | null;
}

/** Reads the shape of today and, where `jobsPath` names one of its former paths, the one that the list had there. */
export function unwrapList(answer: Answer, connection: string): ListAnswer {
  const body = openEnvelope(answer, connection);
  const read = listWire.parse(body);
  const known = read.metadata instanceof Unreadable ? null : read.metadata;
  const total =
    readCount(known?.totalNumber).value ?? readCount(known?.totalCount).value ?? readCount(read.totalNumber).value;
  const rows = read.data ?? read.jobs ?? (total === 0 ? [] : null);
  if (rows === null || rows instanceof Unreadable) {
    throw unreadableAnswer(connection, describeMisfit('a list without rows in `data`'));
  }
  const nextLink = known?.nextLink ?? read.nextLink;
  return { rows, total, nextLink: typeof nextLink === 'string' ? nextLink.trim() : null };
}

/** The job of a single answer as it came; null when the answer holds none. */
export function unwrapJob(answer: Answer, connection: string): unknown {
  return openEnvelope(answer, connection)['data'] ?? null;
}

/** An answer of success that is not what was asked for, in words. */
export function describeMisfit(what: string): string {
  return `AvePoint answered with ${what}. Is this the API's address, and is jobsPath right?`;
}

/** A careful reader takes errors inside a 200 for a failure (the envelope's status was applied by the client). */
export function openEnvelope(answer: Answer, connection: string): Readonly<Record<string, unknown>> {
  const envelope = readEnvelope(answer.body);
  if (envelope === null || !isJsonObject(answer.body)) {
    throw unreadableAnswer(connection, describeMisfit('no object'));
  }
  if (!envelope.hasErrors && (envelope.status ?? 0) < 400) return answer.body;
  throw new CrossvaultError({
    code: 'source-error',
    message: toSentence(
      `AvePoint answered with errors: ${quoteVendor(envelope.problem ?? `status ${envelope.status}`, connection, 500)}`,
    ),
    source: connection,
    upstreamStatus: answer.response.status,
    upstreamRequestId: envelope.requestId ?? undefined,
  });
}
