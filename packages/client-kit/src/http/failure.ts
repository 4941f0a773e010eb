import type { ConnectorContext, ErrorCode } from '@crossvault/core';
import { CrossvaultError, quoteVendor } from '@crossvault/core/errors';
import { isJsonObject, joinSentences } from '@crossvault/core/wire';
import type { AnswerReaders } from './answer.ts';

/** The request's source, for error messages. */
export interface FailureSubject {
  readonly baseUrl: string;
  readonly context: Pick<ConnectorContext, 'connection'>;
}

/** The error of a request without a readable answer. */
export function readFailure(error: unknown, signal: AbortSignal, asked: FailureSubject): CrossvaultError {
  const source = asked.context.connection;
  if (signal.aborted) {
    const reason: unknown = signal.reason;
    if (CrossvaultError.isInstance(reason)) return reason.at(source);
    return new CrossvaultError({ code: 'interrupted', message: 'The request was cancelled.', source, cause: reason });
  }
  if (CrossvaultError.isInstance(error)) return error.at(source);
  if (error instanceof URIError) {
    const message = 'The source cannot have this object: its name contains text that no address can carry.';
    return new CrossvaultError({ code: 'source-not-found', message, source, cause: error });
  }
  const code = networkCode(error);
  return new CrossvaultError({
    code: certificateCodes.test(code) ? 'certificate-refused' : (timeoutCodes[code] ?? 'source-unreachable'),
    message: `${asked.baseUrl} cannot be reached (${code}). ${networkAdvice[code] ?? 'Is the address right, and is the source running?'}`,
    source,
    cause: error,
  });
}

/** Codes of Node's TLS for an untrusted certificate. A retry does not help. */
const certificateCodes = /CERT|UNABLE_TO_|ERR_TLS|SELF_SIGNED|HOSTNAME_MISMATCH|ERR_SSL/;

const timeoutCodes: Partial<Record<string, ErrorCode>> = {
  UND_ERR_CONNECT_TIMEOUT: 'source-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'source-timeout',
  UND_ERR_BODY_TIMEOUT: 'source-timeout',
  ETIMEDOUT: 'source-timeout',
};

const networkAdvice: Partial<Record<string, string>> = {
  ENOTFOUND: 'The host name is not known: check baseUrl.',
  ECONNREFUSED: 'Nothing listens there: is the source running, and is the port right?',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is self-signed: name its file in tls.ca.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate comes from an unknown authority: name its file in tls.ca.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate comes from an unknown authority: name its file in tls.ca.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate comes from an unknown authority: name its file in tls.ca.',
  CERT_HAS_EXPIRED: 'The certificate has expired: it has to be renewed at the source.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another name: use the name that it was made for in baseUrl.',
  UND_ERR_HEADERS_OVERFLOW: "Its answer's headers are longer than any API sends: check baseUrl.",
  EPROTO: 'What listens there does not use TLS: is it http, or another port?',
  ERR_SSL_WRONG_VERSION_NUMBER: 'What listens there does not use TLS: is it http, or another port?',
};

const notEvenConnected = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Whether the request cannot have reached the vendor: no connection was established. */
export const neverArrived = ({ code, cause }: CrossvaultError): boolean =>
  code === 'certificate-refused' || notEvenConnected.test(networkCode(cause));

/** The system's code of a network error, which fetch stores in the cause. */
function networkCode(error: unknown): string {
  for (let inner: unknown = error, depth = 0; depth < 5 && inner instanceof Error; inner = inner.cause, depth += 1) {
    if ('code' in inner && typeof inner.code === 'string') return inner.code;
    if (inner instanceof AggregateError && inner.errors.length > 0) return networkCode(inner.errors[0]);
  }
  return error instanceof Error ? quoteVendor(error.message) : 'unknown error';
}

const statusCodes: Partial<Record<number, ErrorCode>> = {
  401: 'authentication-failed',
  403: 'permission-denied',
  404: 'source-not-found',
  408: 'source-timeout',
  429: 'source-throttled',
  504: 'source-timeout',
};

/** Purpose of a request. An account without the permission to change may have the permission to read. */
export type RequestPurpose = 'read' | 'change';

const readAdvice: Partial<Record<ErrorCode, string>> = {
  'authentication-failed': 'Check the credential of this connection.',
  'permission-denied': 'The account needs the right to read jobs.',
  'source-not-found': 'Check the address and the names in the configuration.',
};

const statusAdvice: Readonly<Record<RequestPurpose, Partial<Record<ErrorCode, string>>>> = {
  read: readAdvice,
  change: { ...readAdvice, 'permission-denied': 'The account needs the right to make this change.' },
};

/** The error for an answer with a status of failure, with the vendor's own words. */
export function toStatusError(
  response: Response,
  body: unknown,
  asked: FailureSubject & { readProblem(body: unknown): string | null },
  readers: Pick<AnswerReaders, 'readWait' | 'requestIdHeader'>,
  purpose: RequestPurpose = 'read',
): CrossvaultError {
  const { status } = response;
  const code = statusCodes[status] ?? (status >= 500 ? 'source-error' : 'source-refused');
  const theirs = asked.readProblem(body);
  return new CrossvaultError({
    code,
    message: joinSentences(
      `The source answered ${status}${theirs === null ? '' : `: ${quoteVendor(theirs, asked.context.connection, 500)}`}`,
      isRedirect(status) ? describeRedirect(response, asked) : null,
      statusAdvice[purpose][code],
    ),
    source: asked.context.connection,
    upstreamStatus: status,
    upstreamRequestId:
      (readers.requestIdHeader === null ? null : response.headers.get(readers.requestIdHeader)) ?? undefined,
    retryAfterSeconds: readers.readWait(response, body) ?? undefined,
  });
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Redirects are not followed: they could carry the token to another host. The query may contain a secret and is not shown. */
function describeRedirect({ headers }: Response, { baseUrl, context }: FailureSubject): string {
  const location = headers.get('location') ?? '';
  const url = URL.canParse(location, `${baseUrl}/`) ? new URL(location, `${baseUrl}/`) : null;
  const isAddress = url !== null && location !== '' && /^https?:$/.test(url.protocol);
  const where = isAddress ? ` It leads to ${quoteVendor(`${url.origin}${url.pathname}`, context.connection)}.` : '';
  return `Crossvault follows no redirects.${where} Set baseUrl to the address at which the API itself answers.`;
}

/** Status of an error body without one: a vendor error that may be temporary. */
const unsaidStatus = 500;

/**
 * The actual status of an answer. Some proxies and gateways forward a failure as a success whose whole body is an
 * error: `{"error": …}` alone, or a problem of RFC 9457. A row or a page is neither.
 */
export function readStatusInBody(response: Response, body: unknown): number {
  if (!response.ok || !isJsonObject(body)) return response.status;
  const names = Object.keys(body);
  if (names.length === 1 && isJsonObject(body['error'])) return failureOr(body['error']['status']) ?? unsaidStatus;
  const isProblem = typeof body['title'] === 'string' && typeof body['detail'] === 'string';
  return (isProblem ? failureOr(body['status']) : null) ?? response.status;
}

const failureOr = (status: unknown): number | null =>
  typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599 ? status : null;

/** Maximum depth and number of reported errors. */
const limits = { depth: 5, texts: 20 } as const;

/** Field names of error messages, the most detailed first. */
const messageNames = ['message', 'detail', 'error_description', 'errormessage', 'description', 'title'] as const;
const codeNames = ['code', 'errorcode'] as const;

type Fields = ReadonlyMap<string, unknown>;

/**
 * A vendor's error message from the body, in every usual form: a text, or an object with `message`, `code`,
 * `detail` or `title`, alone, under `error`, in a list under `errors`, or in lists by the names of fields. Names count
 * without regard to case. Null for a body without a message; a body that is only a text is a page and has none.
 */
export function readErrorText(body: unknown): string | null {
  if (!isJsonObject(body)) return null;
  const texts = [...new Set(readTexts(body, limits.depth))].slice(0, limits.texts);
  return texts.length > 1 ? joinSentences(...texts) : (texts[0] ?? null);
}

function readTexts(node: unknown, depth: number): readonly string[] {
  const text = textOf(node);
  if (text !== null) return [text];
  if (depth === 0) return [];
  if (Array.isArray(node)) return node.slice(0, limits.texts).flatMap((inner) => readTexts(inner, depth - 1));
  if (!isJsonObject(node)) return [];
  const fields: Fields = new Map(Object.entries(node).map(([name, value]) => [name.toLowerCase(), value]));
  const own = describe(fields);
  return [
    ...(own === null ? [] : [own]),
    ...(textOf(fields.get('error')) === null ? readTexts(fields.get('error'), depth - 1) : []),
    ...readSeveral(fields.get('errors'), depth - 1),
    ...(Array.isArray(fields.get('details')) ? readTexts(fields.get('details'), depth - 1) : []),
  ];
}

/** One error's code and message, and the field that it is about. A numeric code is a status, which is reported elsewhere. */
function describe(fields: Fields): string | null {
  const error = textOf(fields.get('error'));
  const message = firstText(fields, messageNames);
  const words = [firstText(fields, codeNames) ?? error, message].filter((part) => part !== null).join(': ');
  const field = textOf(fields.get('field'));
  return words === '' ? null : `${words}${field === null ? '' : ` (${field})`}`;
}

/** Errors in a list, a single one, or those of each field under its name. */
function readSeveral(errors: unknown, depth: number): readonly string[] {
  const own = readTexts(errors, depth);
  if (own.length > 0 || !isJsonObject(errors)) return own;
  return Object.entries(errors).flatMap(([name, inner]) => {
    const texts = readTexts(inner, depth - 1);
    return texts.length === 0 ? [] : [`${name}: ${texts.length > 1 ? joinSentences(...texts) : texts[0]}`];
  });
}

const firstText = (fields: Fields, names: readonly string[]): string | null =>
  names.map((name) => textOf(fields.get(name))).find((text) => text !== null) ?? null;

/** A text on one line. Null for other types and blank texts. */
const textOf = (value: unknown): string | null => (typeof value === 'string' ? toOneLine(value) || null : null);

const toOneLine = (text: string): string =>
  text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
