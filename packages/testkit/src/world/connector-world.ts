import type { Clock, Connector, Job, JobError, Permission } from '@crossvault/core';
import type { FaultRule } from '../faults/fault.ts';

/** An error of a job. */
export interface ExpectedError {
  readonly message: string;
  /** @default not compared */
  readonly code?: JobError['code'];
}

/** A job as it truly is, written beside the vendor's answers and never read back from them. */
export type ExpectedJob = Pick<
  Job,
  'nativeId' | 'kind' | 'nativeKind' | 'status' | 'nativeStatus' | 'startedAt' | 'endedAt'
> & {
  /** What the single job says, where a row of the list hides it. @default the status */
  readonly fullStatus?: Job['status'];
  /** What the job failed with, in the order of the vendor; the single job shows it, and its row in the list may. @default not compared */
  readonly errors?: readonly ExpectedError[];
  /** An example of the vendor's own pages, which is not changed by a test. @default false */
  readonly documented?: boolean;
};

/** Sends a request to the vendor, as a connector's context does. */
export type Fetch = (request: Request) => Promise<Response>;

/** What a connector is connected with instead of the usual. */
export interface ConnectChange {
  readonly fetch?: Fetch;
  /** What may be changed. @default nothing */
  readonly allow?: readonly Permission[];
  /** With a credential that the vendor refuses. @default false */
  readonly wrongSecret?: boolean;
}

/** The faults that are done to the vendor's requests and answers. */
export interface WorldFaults {
  script(rules: readonly FaultRule[]): void;
  /** Those that took effect. */
  readonly done: readonly { readonly kind: string }[];
  /** Requests that came before a reported wait was over, from a caller that could know of it. */
  readonly askedTooEarly: number;
}

/** A vendor that can be spoiled, a connector to it, and a clock that both have. The suites know nothing else of it. */
export interface ConnectorWorld {
  readonly connector: Connector;
  /** Name of the connection. */
  readonly connection: string;
  /** Jumps ahead when all callers sleep; `move` lets time pass at once. */
  readonly clock: Clock & { move(milliseconds: number): void };
  /** Reaches the vendor. */
  readonly fetch: Fetch;
  readonly faults: WorldFaults;
  /** What the vendor was asked, with the path and its query. */
  readonly requests: readonly { readonly method: string; readonly path: string }[];
  /** What must be shown to no reader. */
  readonly secrets: readonly string[];
  /** Connects once more. */
  connect(change: ConnectChange): Connector;
  /** The jobs that exist now. */
  truth(): readonly ExpectedJob[];
  /** Lays these fields over the job's payload, wherever the vendor shows it. */
  changeJob(nativeId: string, merge: Readonly<Record<string, unknown>>): void;
  /** Shows this record in a list; the native id of the job that it replaces, null where it is added. */
  showRecord(raw: unknown): string | null;
  /** Every token ends now. Absent where the credential does not end. */
  readonly expireTokens?: () => void;
  /** Whether a connector can get a new token after that. */
  readonly renewsTokens: boolean;
  /** Lets the running jobs end. Absent where the vendor has none that do. */
  readonly endRunningJobs?: () => void;
  /** Takes the vendor off the network, and puts it back. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** What a suite asks of a world that it opens. */
export interface WorldRequest {
  /** How many jobs it should have, where that can be chosen. */
  readonly jobs?: number;
  /** Rows on a page, where the vendor alone decides it. */
  readonly pageSize?: number;
  /** Put around the connector's fetch. */
  readonly wrapFetch?: (fetch: Fetch) => Fetch;
}

export type OpenWorld<World extends ConnectorWorld = ConnectorWorld> = (request: WorldRequest) => Promise<World>;
