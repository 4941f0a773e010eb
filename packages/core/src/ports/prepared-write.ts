import type { Action, Permission } from '../model/action.ts';
import type { JobKey } from '../model/job-record.ts';
import type { CallOptions } from './connector-context.ts';

/** A request as it would be sent, without the credential. */
export interface PlannedRequest {
  /** HTTP method. */
  readonly method: string;
  /** Full address, without secrets. */
  readonly url: string;
  /** Headers that describe the body or guard the change, such as `if-match`; never the credential. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, the text of a form without its secrets, or null without a body. */
  readonly body: unknown;
}

/** The target of a change. */
export interface WriteTarget {
  /** The type of the target. */
  readonly kind: 'job' | 'plan' | 'item' | 'connection';
  /** The vendor's own id of the target. */
  readonly nativeId: string;
  /** The name by which a destructive action must be confirmed; null where the vendor gives none, then `nativeId` is used. */
  readonly name: string | null;
}

/**
 * A prepared change. Preparing reads the current state as far as necessary and changes nothing. It throws `state-conflict`
 * where the state forbids the change, and `not-guaranteed` where the vendor cannot guarantee the requested effect.
 */
export interface PreparedWrite {
  /** The permission that the connection and the caller must have. */
  readonly needs: Permission;
  /** What is changed. */
  readonly target: WriteTarget;
  /** The requests that `send` sends, in this order. */
  readonly requests: readonly PlannedRequest[];
  /** State of the target before the change: plain JSON for the audit log; null where it was not read. */
  readonly before: unknown;
  /** Data that `lookUp` and `follow` need, possibly in another process: plain JSON in the connector's own form, no secrets. */
  readonly facts: unknown;
  /**
   * Sends the change. The engine calls it at most once. Throws the vendor's refusal, after which nothing has changed, or
   * `answer-lost` when it is unknown whether the vendor made the change.
   */
  send(call: CallOptions): Promise<WriteReport>;
}

/** The state of a change at the vendor. `done` refers to the request, not to the jobs that it created. */
export interface WriteReport {
  /** The state of the request at the vendor. */
  readonly status: 'running' | 'done' | 'failed' | 'cancelled' | 'unknown';
  /** Keys of the jobs that it created, as far as the vendor names them yet. */
  readonly jobs: readonly JobKey[];
  /** As reported by the vendor; null when not reported. */
  readonly startedAt: string | null;
  /** As reported by the vendor; null when not reported. */
  readonly endedAt: string | null;
  /** How long the vendor asks to wait before the next status request; null when it does not say. */
  readonly retryAfterSeconds: number | null;
  /** Why it failed; for `unknown`, what was checked. */
  readonly error: { readonly code: string | null; readonly message: string } | null;
  /** What `follow` needs for the next status request: plain JSON in the connector's own form; null when the status is final. */
  readonly tracking: unknown;
  /** The vendor's answer for the audit log: plain JSON. */
  readonly answer: unknown;
}

const notReported: Omit<WriteReport, 'status'> = {
  jobs: [],
  startedAt: null,
  endedAt: null,
  retryAfterSeconds: null,
  error: null,
  tracking: null,
  answer: null,
};

/** Makes a report from a status and the known fields; the others are null or empty. */
export const reportWrite = (
  status: WriteReport['status'],
  known: Partial<Omit<WriteReport, 'status'>> = {},
): WriteReport => ({
  ...notReported,
  ...known,
  status,
});

/** A change that was sent or was about to be sent, as the store keeps it across restarts. */
export interface WriteIntent {
  /** The requested action. */
  readonly action: Action;
  /** What was to be changed. */
  readonly target: WriteTarget;
  /** A UUID made by Crossvault; sent to vendors that accept a request id. */
  readonly requestId: string;
  /** When it was about to be sent. */
  readonly at: string;
  /** `facts` of the prepared write. */
  readonly facts: unknown;
}

/** The last argument of every call that prepares a change. */
export interface PrepareOptions extends CallOptions {
  /** The `requestId` of the intent. */
  readonly requestId: string;
  /** True when Crossvault started a run of the target that has not ended, even if the vendor does not show it yet. */
  readonly hasStarted?: boolean;
}

/** Calls that determine the outcome of changes. Present where a connector offers any change. */
export interface WriteCalls {
  /** Requests the status of a change once. An error means that the status could not be read; it says nothing of the change. */
  follow(intent: WriteIntent, tracking: unknown, call: CallOptions): Promise<WriteReport>;
  /**
   * Determines the outcome of a change whose answer was lost, by reading only: the outcome where the vendor shows it, else
   * `unknown` with what was checked. The absence of an effect is never `failed`, because the request may still be queued
   * between Crossvault and the vendor. The change is never sent again.
   */
  lookUp(intent: WriteIntent, call: CallOptions): Promise<WriteReport>;
}
