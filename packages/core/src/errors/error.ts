import { redact } from '../security/redact.ts';
import { readUpstreamId } from '../security/vendor-words.ts';
import { type ErrorCode, type ErrorEntry, errorTable } from './error-table.ts';

const marker = Symbol.for('crossvault.error');

/** What is known about an error beside its code. */
export interface ErrorFacts {
  readonly code: ErrorCode;
  /** What happened, where, and what to do: one or two sentences for a person. */
  readonly message: string;
  /** Name of the connection that it happened at. */
  readonly source?: string | undefined;
  /** HTTP status of the vendor's answer. */
  readonly upstreamStatus?: number | undefined;
  /** The vendor's own request id. What does not look like an id is left out. */
  readonly upstreamRequestId?: string | undefined;
  /** How long the vendor asks to wait. */
  readonly retryAfterSeconds?: number | undefined;
  /** Name of the parameter or key at fault. */
  readonly parameter?: string | undefined;
  readonly cause?: unknown;
}

/** The one error of Crossvault. Its texts are redacted here, so nobody who prints it has to think of that. */
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

  /** The error's row of the table. */
  get entry(): ErrorEntry {
    return errorTable[this.code];
  }

  /** True for our error also when two copies of this package are loaded. */
  static isInstance(value: unknown): value is CrossvaultError {
    return typeof value === 'object' && value !== null && marker in value;
  }

  /** Our error as it is; a schema's error as an answer that cannot be read; anything else as `internal-error`, with its message redacted and without its stack. */
  static from(value: unknown): CrossvaultError {
    if (CrossvaultError.isInstance(value)) return value;
    if (value instanceof Error && /^\$?ZodError$/.test(value.name)) return unexpectedForm(value);
    return new CrossvaultError({ code: 'internal-error', message: messageOf(value), cause: value });
  }

  /** The same error, said of a source. */
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

/** Anything can be thrown: an object without a message has no words, and its name would say nothing. */
function messageOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  return 'message' in thrown && typeof thrown.message === 'string' ? thrown.message : 'What was thrown says nothing.';
}

/** Schemas are put to what vendors answer. Their own words ("Invalid input: expected …") mean nothing to a reader. */
const unexpectedForm = (cause: Error): CrossvaultError =>
  new CrossvaultError({
    code: 'answer-unreadable',
    message: 'The answer does not have the documented form.',
    cause,
  });
