import { redact } from '../security/redact.ts';
import { readUpstreamId } from '../security/vendor-words.ts';
import { type ErrorCode, type ErrorEntry, errorTable } from './error-table.ts';

const marker = Symbol.for('crossvault.error');

/** Everything an error is constructed from. Only the code and the message are required. */
export interface ErrorFacts {
  readonly code: ErrorCode;
  /** What happened, where, and what the reader can do about it: one or two sentences. Redacted on construction. */
  readonly message: string;
  /** Name of the connection at which it happened. Absent: no connection was involved, or the thrower does not know it. */
  readonly source?: string | undefined;
  /** HTTP status of the vendor's answer. Absent when the vendor did not answer. */
  readonly upstreamStatus?: number | undefined;
  /** The vendor's own request id. A value that does not look like an id, or contains a secret, is dropped. */
  readonly upstreamRequestId?: string | undefined;
  /** How long the vendor asks the client to wait, in seconds. */
  readonly retryAfterSeconds?: number | undefined;
  /** Name of the request parameter or configuration key at fault. */
  readonly parameter?: string | undefined;
  readonly cause?: unknown;
}

/** The only error class that Crossvault throws. The constructor redacts its texts, so callers can print it safely. */
export class CrossvaultError extends Error {
  readonly code: ErrorCode;
  readonly source: string | undefined;
  readonly upstreamStatus: number | undefined;
  readonly upstreamRequestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly parameter: string | undefined;
  readonly [marker] = true;

  constructor(facts: ErrorFacts) {
    super(redact(facts.message, facts.source), facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'CrossvaultError';
    this.code = facts.code;
    this.source = facts.source;
    this.upstreamStatus = facts.upstreamStatus;
    this.upstreamRequestId = readUpstreamId(facts.upstreamRequestId, facts.source);
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.parameter = facts.parameter;
  }

  /** The row of the error table for this code: status, exit code, title. */
  get entry(): ErrorEntry {
    return errorTable[this.code];
  }

  /** Recognizes a CrossvaultError across several loaded copies of this package, where `instanceof` fails. */
  static isInstance(value: unknown): value is CrossvaultError {
    return typeof value === 'object' && value !== null && marker in value;
  }

  /**
   * Converts any thrown value. A CrossvaultError is returned unchanged. A zod error becomes `answer-unreadable`. Anything
   * else becomes `internal-error`, with its message redacted and without its stack.
   */
  static from(value: unknown): CrossvaultError {
    if (CrossvaultError.isInstance(value)) return value;
    if (value instanceof Error && /^\$?ZodError$/.test(value.name)) return unexpectedForm(value);
    return new CrossvaultError({ code: 'internal-error', message: messageOf(value), cause: value });
  }

  /** The same error with the name of its connection. An error that already has one is returned unchanged. */
  at(source: string): CrossvaultError {
    if (this.source !== undefined) return this;
    return new CrossvaultError({
      ...this,
      code: this.code,
      message: this.message,
      source,
      cause: this.cause,
    });
  }
}

/** JavaScript can throw any value. An object without a message gets a fixed sentence, because its class name helps no reader. */
function messageOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  return 'message' in thrown && typeof thrown.message === 'string'
    ? thrown.message
    : 'The thrown value has no message.';
}

/** Schemas validate vendors' answers. Zod's own message ("Invalid input: expected …") does not help the reader. */
const unexpectedForm = (cause: Error): CrossvaultError =>
  new CrossvaultError({
    code: 'answer-unreadable',
    message: 'The answer does not have the documented form.',
    cause,
  });
