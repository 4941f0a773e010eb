import { TextDecoder } from 'node:util';
import type { SourceCondition } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { isJsonObject } from '@crossvault/core/wire';

/** A vendor's answer with a status of success. The caller's wire schema parses the body. */
export interface Answer {
  readonly body: unknown;
  readonly response: Response;
}

/** What an openapi-fetch call resolves to. */
export interface ApiResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** How a vendor's answers are read. Only these functions differ between vendors. */
export interface AnswerReaders {
  /** Requested wait in seconds; null when there is none. */
  readWait(response: Response, body: unknown): number | null;
  /** The remaining request budget; null when this answer does not contain it. */
  readBudget(response: Response): SourceCondition['budget'];
  /** The status that the answer really has. */
  readStatus(response: Response, body: unknown): number;
  /** Header of the vendor's request id; null where it has none. */
  readonly requestIdHeader: string | null;
  /** Header for Crossvault's request id; null: none is sent. */
  readonly sendRequestIdAs: string | null;
}

/** How a vendor's answers are read. An absent member has the usual form. */
export interface AnswerReading {
  /** Requested wait in seconds. @default the headers retry-after-ms, x-ms-retry-after-ms and Retry-After, a number or a date; then retryAfter of the body */
  readWait?(response: Response, body: unknown): number | null;
  /** The remaining request budget; null where this answer does not contain it. @default null */
  readBudget?(response: Response): SourceCondition['budget'];
  /** The actual status of an answer, where a failure is sent as a success. @default the status of the response, unless its whole body is an error */
  readStatus?(response: Response, body: unknown): number;
  /** Header with the vendor's own request id. */
  readonly requestIdHeader?: string;
  /** Header for Crossvault's request id. @default none */
  readonly sendRequestIdAs?: string;
}

/** An answer whose body has been read and parsed. */
export interface ReadAnswer {
  /** Returns the parsed body without parsing it again, with the actual status of the answer. */
  readonly response: Response;
  readonly status: number;
  /** Parsed JSON; the text of an error that is not JSON. */
  readonly body: unknown;
}

/** Reads the whole answer. Throws when the body is truncated or too large, or a successful one is not JSON. */
export async function readAnswer(
  response: Response,
  { readStatus }: { readStatus(response: Response, body: unknown): number },
  limits: BodyLimits,
  address: string,
): Promise<ReadAnswer> {
  const { text, bytes } = await readBody(response, limits);
  const body = response.ok ? parseBody(text, limits, address) : parseProblem(text, limits);
  const status = readStatus(response, body);
  const headers = new Headers(response.headers);
  // openapi-fetch reads this header to decide whether there is a body; the body is decompressed here.
  headers.set('content-length', String(bytes));
  headers.delete('content-encoding');
  headers.delete('transfer-encoding');
  const read = Object.assign(new Response(null, { status, headers }), {
    json: async () => body,
    text: async () => text,
  });
  return { response: read, status, body };
}

/** The body of an error: parsed JSON, else its text. */
function parseProblem(text: string, limits: BodyLimits): unknown {
  try {
    return parseBody(text, limits, '');
  } catch {
    return text;
  }
}

/** Limits of one answer. */
export interface BodyLimits {
  /** Bytes after decompression. @default 33_554_432 */
  readonly bytes: number;
  /** Maximum nesting depth. @default 100 */
  readonly depth: number;
}

export const usualLimits: BodyLimits = { bytes: 32 * 1024 * 1024, depth: 100 };

/** An answer's body, read to its end. */
export interface ReadBody {
  readonly text: string;
  readonly bytes: number;
}

/** Reads a body up to the limit; beyond it cancels the stream and throws `answer-too-large`. */
export async function readBody(response: Response, limits: BodyLimits): Promise<ReadBody> {
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > limits.bytes) {
    await response.body?.cancel();
    throw tooLarge(limits);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (bytes > limits.bytes) throw tooLarge(limits);
    chunks.push(chunk);
  }
  return { text: decode(chunks, bytes, response.headers.get('content-type')), bytes };
}

function tooLarge({ bytes }: BodyLimits): CrossvaultError {
  const mebibytes = Math.floor(bytes / 1024 / 1024);
  return new CrossvaultError({
    code: 'answer-too-large',
    message: `The source sent more than ${mebibytes} MiB in one answer, which is not read. Is this the API's address?`,
  });
}

/** Decodes with the charset of the answer; an unknown charset is read as UTF-8, the encoding of JSON. */
function decode(chunks: readonly Uint8Array[], bytes: number, contentType: string | null): string {
  const [only] = chunks;
  const whole = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, bytes);
  return decoderFor(/charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8').decode(whole);
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** Parses JSON; undefined for an empty text. Throws `answer-unreadable` for invalid JSON and for too deep nesting. */
export function parseBody(text: string, limits: BodyLimits, address: string): unknown {
  if (text === '') return undefined;
  const parsed = parse(text, address);
  if (isDeeper(parsed, limits.depth)) {
    throw new CrossvaultError({
      code: 'answer-unreadable',
      message: `${address} answered with JSON that nests deeper than ${limits.depth} levels.`,
    });
  }
  return isEscaped(text) && mayBeUnstorable.test(text) ? storable(parsed) : parsed;
}

/** An unpaired surrogate, or NUL, in the only form in which JSON can write them. */
const mayBeUnstorable = /\\u(?:d[89a-f]|0000)/i;

/** Most answers have no such escape at all, which is found out many times faster than which one they have. */
const isEscaped = (text: string): boolean => text.includes('\\u');

/**
 * Replaces unpaired surrogates and NUL, which neither databases nor addresses can carry, with the replacement
 * character, so that one such text does not make the whole answer unreadable.
 */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', '\ufffd');
  if (Array.isArray(value)) return value.map(storable);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [String(storable(name)), storable(each)]));
}

function parse(text: string, address: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const seen = /^\s*</.test(text)
      ? 'a page of HTML or XML instead of JSON'
      : 'something that is no JSON, or only a part of it';
    throw new CrossvaultError({
      code: 'answer-unreadable',
      message: `${address} answered with ${seen}. Is this the API's address, and no proxy's page?`,
    });
  }
}

/** Runs for every object of an answer, and looks into none for a text or a number. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && isDeeper(item, levels - 1)) return true;
    return false;
  }
  if (!isJsonObject(value)) return false;
  for (const name in value) {
    const inner = value[name];
    if (typeof inner === 'object' && isDeeper(inner, levels - 1)) return true;
  }
  return false;
}
