import { type Answer, unreadableAnswer } from '@crossvault/client-kit';
import {
  CrossvaultError,
  isJsonObject,
  parseWire,
  quoteVendor,
  readCount,
  toSentence,
  Unreadable,
} from '@crossvault/core';
import { readEnvelope } from '../client/envelope.ts';
import { listWire } from './wire.ts';

/** A page of the list, from its envelope. */
export interface ListAnswer {
  readonly rows: readonly unknown[];
  /** The total; null when the answer has none. */
  readonly total: number | null;
  /** The unchanged link; '' marks the end of the list, null means that the field is missing. */
  readonly nextLink: string | null;
}

/** Reads the shape of today and, where `jobsPath` names one of its former paths, the one that the list had there. */
export function unwrapList(answer: Answer, connection: string): ListAnswer {
  const body = openEnvelope(answer, connection);
  const read = parseWire(listWire, body);
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

/** The unparsed job of a single answer; null when the answer contains none. */
export function unwrapJob(answer: Answer, connection: string): unknown {
  return openEnvelope(answer, connection)['data'] ?? null;
}

/** The services of an answer about frequencies, unparsed. */
export function openServices(answer: Answer, connection: string): readonly unknown[] {
  const data = openEnvelope(answer, connection)['data'] ?? [];
  if (!Array.isArray(data)) throw unreadableAnswer(connection, describeMisfit('frequencies that cannot be read'));
  return data;
}

/** Error for a successful answer of another form. */
export function describeMisfit(what: string): string {
  return `AvePoint answered with ${what}. Is this the API's address, and is jobsPath right?`;
}

/** Errors inside a 200 are a failure (the envelope's status was applied by the client). */
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
