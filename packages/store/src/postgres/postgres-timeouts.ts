/** How long PostgreSQL, and the way to it, may take. All in milliseconds. */
export interface PostgresTimeouts {
  /** For a new connection, and for one of those that there may be. */
  readonly connectMs: number;
  /** A connection that was heard of so recently is not tried before it is used. */
  readonly restMs: number;
  /** For the answer of a connection that rested longer, before anything is entrusted to it. */
  readonly pingMs: number;
  /** For one statement. The server ends it then. */
  readonly statementMs: number;
  /** For a lock that another session holds. */
  readonly lockMs: number;
  /** Between two statements of one transaction: a process that was stopped holds its locks no longer. */
  readonly idleMs: number;
  /** After `statementMs`: a connection that is silent for longer is dead, and is closed. */
  readonly silenceMs: number;
  /** For what is under way when the store is closed. */
  readonly closeMs: number;
}

export const usualTimeouts: PostgresTimeouts = {
  connectMs: 5_000,
  restMs: 1_000,
  pingMs: 2_000,
  statementMs: 30_000,
  lockMs: 10_000,
  idleMs: 60_000,
  silenceMs: 2_000,
  closeMs: 2_000,
};

/** For work on whole tables, which takes its time: making them, vacuuming, checking, counting. */
export const toPatient = (timeouts: PostgresTimeouts): PostgresTimeouts => ({
  ...timeouts,
  statementMs: Math.max(timeouts.statementMs, 3_600_000),
  lockMs: Math.max(timeouts.lockMs, 600_000),
});

/** Settings of a session: the server keeps them, whatever becomes of this process. */
export const toSessionOptions = ({ statementMs, lockMs, idleMs }: PostgresTimeouts): string =>
  [
    `-c statement_timeout=${statementMs}`,
    `-c lock_timeout=${lockMs}`,
    `-c idle_in_transaction_session_timeout=${idleMs}`,
  ].join(' ');
