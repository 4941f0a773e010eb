/** What one error code means, in every front. */
export interface ErrorEntry {
  /** HTTP status of the facade's answer. */
  readonly status: number;
  /** Exit code of the command-line client. */
  readonly exitCode: number;
  /** Whether the same request may succeed later without any change. */
  readonly retryable: boolean;
  /** A short sentence for people, the same for every error of this code. It may change between versions; the code does not. */
  readonly title: string;
  /**
   * Where the fault is. `request`: the caller's request. `setup`: a configuration that the operator has to change.
   * `timeout`: a source that did not answer in time. `source`: any other failure of a source. `store`: the store or its disk.
   * `ours`: Crossvault itself.
   */
  readonly fault: 'request' | 'setup' | 'timeout' | 'source' | 'store' | 'ours';
}

const entry = (
  status: number,
  exitCode: number,
  fault: ErrorEntry['fault'],
  title: string,
  retryable = false,
): ErrorEntry => ({ status, exitCode, retryable, title, fault });

/** Every error code. The statuses of the facade and the exit codes of the command are defined here only. */
export const errorTable = {
  'internal-error': entry(500, 1, 'ours', 'Internal error'),
  interrupted: entry(499, 130, 'request', 'Request cancelled'),

  'unknown-parameter': entry(400, 2, 'request', 'Unknown parameter'),
  'invalid-parameter': entry(400, 2, 'request', 'Invalid parameter'),
  'invalid-cursor': entry(400, 2, 'request', 'Unknown cursor'),
  'cursor-mismatch': entry(400, 2, 'request', 'Cursor does not match the filters'),
  'cursor-expired': entry(410, 2, 'request', 'Cursor expired: the change feed was reset'),
  'sort-needs-window': entry(400, 2, 'request', 'Sorting oldest first requires a lower bound'),
  'ambiguous-job': entry(409, 2, 'request', 'Several jobs have this id'),
  'action-not-supported': entry(409, 2, 'request', 'Action not supported'),
  'not-guaranteed': entry(409, 2, 'request', 'The vendor does not guarantee this'),
  'state-conflict': entry(409, 4, 'request', 'Conflict with the current state'),
  'confirmation-needed': entry(400, 2, 'request', 'Confirmation required: the action destroys data'),
  'idempotency-mismatch': entry(409, 2, 'request', 'Idempotency key already used for another request'),
  'connection-read-only': entry(403, 7, 'request', 'The connection is read-only'),
  'writes-need-keys': entry(403, 7, 'request', 'Changes require API keys'),
  'key-missing': entry(401, 7, 'request', 'API key required'),
  'key-refused': entry(401, 7, 'request', 'Invalid API key'),
  'scope-missing': entry(403, 7, 'request', 'The API key lacks the required scope'),
  'origin-refused': entry(403, 2, 'request', 'Origin not allowed'),
  'media-type-refused': entry(415, 2, 'request', 'Unsupported media type: changes must be application/json'),
  'too-many-requests': entry(429, 2, 'request', 'Too many concurrent requests', true),
  'plan-not-found': entry(404, 8, 'request', 'Plan not found'),
  'item-not-found': entry(404, 8, 'request', 'Protected item not found'),
  'operation-not-found': entry(404, 8, 'request', 'Operation not found'),
  'finding-not-found': entry(404, 8, 'request', 'Finding not found'),
  'occurrence-not-found': entry(404, 8, 'request', 'Expected run not found'),
  'key-not-found': entry(404, 8, 'request', 'API key not found'),
  'ambiguous-name': entry(409, 2, 'request', 'Ambiguous name'),
  'job-not-found': entry(404, 8, 'request', 'Job not found'),
  'connection-not-found': entry(404, 8, 'request', 'Connection not found'),
  'endpoint-not-found': entry(404, 8, 'request', 'Endpoint not found'),
  'method-not-allowed': entry(405, 2, 'request', 'Method not allowed'),
  'host-refused': entry(403, 2, 'request', 'Host not allowed'),
  'address-in-use': entry(500, 7, 'setup', 'The address is already in use'),

  'configuration-unreadable': entry(500, 7, 'setup', 'The configuration cannot be read'),
  'configuration-invalid': entry(424, 7, 'setup', 'Invalid configuration'),
  'secret-missing': entry(424, 7, 'setup', 'Missing secret'),
  'authentication-failed': entry(424, 7, 'setup', 'The source rejected the credential'),
  'permission-denied': entry(424, 7, 'setup', 'The account lacks a permission at the source'),
  'source-not-found': entry(424, 7, 'setup', 'The source does not know this address'),

  'store-missing': entry(409, 7, 'setup', 'No store found'),
  'store-unavailable': entry(503, 6, 'store', 'The store cannot be reached', true),
  'store-refused': entry(500, 7, 'setup', 'The store cannot be opened with this configuration'),
  'store-read-only': entry(500, 7, 'setup', 'The store is read-only'),
  'store-full': entry(507, 6, 'store', 'The store is full', true),
  'store-corrupt': entry(500, 7, 'store', 'The store is damaged'),
  'store-newer': entry(500, 7, 'setup', 'The store was created by a newer version of Crossvault'),
  'store-unsupported': entry(500, 7, 'setup', 'This database is not supported as a store'),
  'lease-lost': entry(409, 6, 'store', 'Another process has taken the lease', true),

  'certificate-refused': entry(424, 7, 'setup', "The source's certificate is not trusted"),
  'clock-skewed': entry(424, 7, 'setup', 'The clocks of the source and this machine differ too much'),

  'source-timeout': entry(504, 6, 'timeout', 'The source did not answer in time', true),
  'source-unreachable': entry(502, 6, 'source', 'The source cannot be reached', true),
  'source-throttled': entry(502, 6, 'source', 'The source is throttling requests', true),
  'source-error': entry(502, 6, 'source', 'The source answered with an error', true),
  'source-refused': entry(502, 6, 'source', 'The source rejected the request'),
  'answer-lost': entry(502, 6, 'source', 'It is unknown whether the source made the change'),
  'circuit-open': entry(502, 6, 'source', 'Circuit breaker open: too many consecutive failures', true),
  'answer-too-large': entry(502, 6, 'source', "The source's answer is too large"),
  'answer-unreadable': entry(502, 6, 'source', "The source's answer cannot be read", true),
  'link-refused': entry(502, 6, 'source', 'The source linked to a foreign address'),

  'sources-not-set-up': entry(424, 7, 'setup', 'All connections are misconfigured'),
  'sources-timed-out': entry(504, 6, 'timeout', 'No source answered in time', true),
  'sources-failed': entry(502, 6, 'source', 'No source answered', true),
  'sources-incomplete': entry(502, 6, 'source', 'Not every source answered in full', true),
} as const satisfies Readonly<Record<string, ErrorEntry>>;

/** One of `errorCodes`. Scripts depend on them: a released code keeps its meaning. */
export type ErrorCode = keyof typeof errorTable;

/** The codes in the table's order. */
export const errorCodes: readonly ErrorCode[] = Object.keys(errorTable) as ErrorCode[];
