import type { Action, Permission } from '../model/action.ts';
import type { JobKey } from '../model/job-record.ts';
import type { CallOptions } from './connector-context.ts';

/** A request as it would leave, without the credential. */
export interface PlannedRequest {
  readonly method: string;
  readonly url: string;
  /** What says how the body is to be read and what guards it; never who asks. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, the text of a form without its secrets, or null without a body. */
  readonly body: unknown;
}

/** What is acted on. */
export interface WriteTarget {
  readonly kind: 'job' | 'plan' | 'item' | 'connection';
  readonly nativeId: string;
  /** As people call it, and as destroying has to be confirmed; null where the vendor gives no name: then it is `nativeId`. */
  readonly name: string | null;
}

/**
 * A change that was made ready. What had to be known of the present state was read for it; nothing was changed yet. Where
 * the state forbids it, preparing throws `state-conflict`; where the vendor cannot guarantee what is asked, `not-guaranteed`.
 */
export interface PreparedWrite {
  readonly needs: Permission;
  readonly target: WriteTarget;
  /** Exactly what `send` sends, in this order. */
  readonly requests: readonly PlannedRequest[];
  /** How the target stood before: plain JSON for the audit log; null where that was not read. */
  readonly before: unknown;
  /** What `lookUp` and `follow` will have to know, in whatever process: plain JSON of the connector's own form, without secrets. */
  readonly facts: unknown;
  /**
   * Sends it, once. Throws what the vendor refused, and then nothing has changed; `answer-lost` when nobody can know
   * whether the vendor took it. May be called once.
   */
  send(call: CallOptions): Promise<WriteReport>;
}

/** How a change stands at the vendor. `done` says that the vendor finished the request, and nothing about jobs. */
export interface WriteReport {
  readonly status: 'running' | 'done' | 'failed' | 'cancelled' | 'unknown';
  /** The jobs that it made, as far as the vendor names them by now. */
  readonly jobs: readonly JobKey[];
  /** As the vendor says; null when it does not. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** How long the vendor asks to wait before looking again; null when it does not say. */
  readonly retryAfterSeconds: number | null;
  /** Why it failed; and for `unknown`, what was looked at. */
  readonly error: { readonly code: string | null; readonly message: string } | null;
  /** What `follow` needs to look again: plain JSON of the connector's own form; null where nothing more will be told. */
  readonly tracking: unknown;
  /** What the vendor answered, for the audit log: plain JSON. */
  readonly answer: unknown;
}

const untold: Omit<WriteReport, 'status'> = {
  jobs: [],
  startedAt: null,
  endedAt: null,
  retryAfterSeconds: null,
  error: null,
  tracking: null,
  answer: null,
};

/** A report of which no more is known than is said here. */
export const reportWrite = (
  status: WriteReport['status'],
  known: Partial<Omit<WriteReport, 'status'>> = {},
): WriteReport => ({
  ...untold,
  ...known,
  status,
});

/** A change that was sent, or was about to be: what is kept of it over restarts. */
export interface WriteIntent {
  readonly action: Action;
  readonly target: WriteTarget;
  /** Ours, a uuid; sent along where the vendor takes one. */
  readonly requestId: string;
  /** When it was about to be sent. */
  readonly at: string;
  /** `facts` of the prepared write. */
  readonly facts: unknown;
}

/** The last argument of whatever makes a change ready. */
export interface PrepareOptions extends CallOptions {
  /** The `requestId` of its intent. */
  readonly requestId: string;
  /** Crossvault started a run of the target that has not ended, whatever the vendor shows by now. Absent: it knows of none. */
  readonly hasStarted?: boolean;
}

/** What became of changes. There where a connector offers any. */
export interface WriteCalls {
  /** Looks once at a change that the vendor works off. What it throws is a failure to look. */
  follow(intent: WriteIntent, tracking: unknown, call: CallOptions): Promise<WriteReport>;
  /**
   * Finds out, by reading alone, what became of a change whose answer was lost: in the truth where the vendor shows it, else
   * `unknown` with what was looked at. That nothing is to be seen is never `failed`: a request can stand in a queue between
   * us and the vendor, and be carried out later. Nothing is ever sent again.
   */
  lookUp(intent: WriteIntent, call: CallOptions): Promise<WriteReport>;
}
