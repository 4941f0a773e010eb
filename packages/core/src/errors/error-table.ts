/** What one error code means to everybody who meets it. */
export interface ErrorEntry {
  /** HTTP status of the facade. */
  readonly status: number;
  /** Exit code of the command. */
  readonly exitCode: number;
  /** Whether the same request may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  readonly title: string;
  /** `setup`: somebody has to change a configuration; `timeout`: it took too long; `source`: other trouble at a source; `store`: the store's, or its disk's; `request`: the caller's; `ours`: ours. */
  readonly fault: 'request' | 'setup' | 'timeout' | 'source' | 'store' | 'ours';
}

const entry = (
  status: number,
  exitCode: number,
  fault: ErrorEntry['fault'],
  title: string,
  retryable = false,
): ErrorEntry => ({ status, exitCode, retryable, title, fault });

/** Every error that Crossvault knows. The facade's statuses and the command's exit codes come from here and nowhere else. */
export const errorTable = {
  'internal-error': entry(500, 1, 'ours', 'Something went wrong inside Crossvault'),
  interrupted: entry(499, 130, 'request', 'The request was given up'),

  'unknown-parameter': entry(400, 2, 'request', 'Unknown parameter'),
  'invalid-parameter': entry(400, 2, 'request', 'Invalid parameter'),
  'invalid-cursor': entry(400, 2, 'request', 'This cursor is none of ours'),
  'cursor-mismatch': entry(400, 2, 'request', 'This cursor belongs to other filters'),
  'cursor-expired': entry(410, 2, 'request', 'This position is of a feed that is no more'),
  'sort-needs-window': entry(400, 2, 'request', 'Sorting from the oldest needs a lower bound'),
  'ambiguous-job': entry(409, 2, 'request', 'Several jobs have this id'),
  'action-not-supported': entry(409, 2, 'request', 'Crossvault cannot do this here'),
  'not-guaranteed': entry(409, 2, 'request', 'The vendor does not guarantee this'),
  'state-conflict': entry(409, 4, 'request', 'As things stand the vendor does not do this'),
  'confirmation-needed': entry(400, 2, 'request', 'What destroys data has to be confirmed by name'),
  'idempotency-mismatch': entry(409, 2, 'request', 'This idempotency key belongs to another request'),
  'connection-read-only': entry(403, 7, 'request', 'The connection may not be changed'),
  'writes-need-keys': entry(403, 7, 'request', 'Without API keys nothing is changed here'),
  'key-missing': entry(401, 7, 'request', 'An API key is needed'),
  'key-refused': entry(401, 7, 'request', 'This API key is not valid'),
  'scope-missing': entry(403, 7, 'request', 'This API key may not do this'),
  'origin-refused': entry(403, 2, 'request', 'Changes from this origin are refused'),
  'media-type-refused': entry(415, 2, 'request', 'A change has to be application/json'),
  'too-many-requests': entry(429, 2, 'request', 'This caller has too many requests under way', true),
  'plan-not-found': entry(404, 8, 'request', 'No such plan'),
  'item-not-found': entry(404, 8, 'request', 'No such protected item'),
  'operation-not-found': entry(404, 8, 'request', 'No such operation'),
  'key-not-found': entry(404, 8, 'request', 'No such API key'),
  'ambiguous-name': entry(409, 2, 'request', 'Several things are called so'),
  'job-not-found': entry(404, 8, 'request', 'No such job'),
  'connection-not-found': entry(404, 8, 'request', 'No such connection'),
  'endpoint-not-found': entry(404, 8, 'request', 'No such endpoint'),
  'method-not-allowed': entry(405, 2, 'request', 'Method not allowed'),
  'host-refused': entry(403, 2, 'request', 'Requests for this host are refused'),
  'address-in-use': entry(500, 7, 'setup', 'The address is already in use'),

  'configuration-unreadable': entry(500, 7, 'setup', 'The configuration cannot be read'),
  'configuration-invalid': entry(424, 7, 'setup', 'The configuration is not valid'),
  'secret-missing': entry(424, 7, 'setup', 'A secret is missing'),
  'authentication-failed': entry(424, 7, 'setup', 'The source refused the credential'),
  'permission-denied': entry(424, 7, 'setup', 'The account may not do this at the source'),
  'source-not-found': entry(424, 7, 'setup', 'The source does not know this address'),

  'store-missing': entry(409, 7, 'setup', 'Nothing is stored here'),
  'store-unavailable': entry(503, 6, 'store', 'The store cannot be reached', true),
  'store-refused': entry(500, 7, 'setup', 'The store cannot be opened with this configuration'),
  'store-read-only': entry(500, 7, 'setup', 'The store cannot be written'),
  'store-full': entry(507, 6, 'store', 'There is no room left for the store', true),
  'store-corrupt': entry(500, 7, 'store', 'The store is damaged'),
  'store-newer': entry(500, 7, 'setup', 'The store was made by a newer Crossvault'),
  'store-unsupported': entry(500, 7, 'setup', 'The store cannot be kept by this database'),
  'lease-lost': entry(409, 6, 'store', 'Another process has taken over', true),

  'certificate-refused': entry(424, 7, 'setup', "The source's certificate is not trusted"),
  'clock-skewed': entry(424, 7, 'setup', "The source's clock and this machine's are too far apart"),

  'source-timeout': entry(504, 6, 'timeout', 'The source did not answer in time', true),
  'source-unreachable': entry(502, 6, 'source', 'The source cannot be reached', true),
  'source-throttled': entry(502, 6, 'source', 'The source asks to slow down', true),
  'source-error': entry(502, 6, 'source', 'The source answered with an error', true),
  'source-refused': entry(502, 6, 'source', 'The source refused the request'),
  'answer-lost': entry(502, 6, 'source', 'Whether the source made the change is not known'),
  'circuit-open': entry(502, 6, 'source', 'The source failed so often that it is left alone for a while', true),
  'answer-too-large': entry(502, 6, 'source', "The source's answer is larger than is read"),
  'answer-unreadable': entry(502, 6, 'source', "The source's answer cannot be read", true),
  'link-refused': entry(502, 6, 'source', 'The source pointed to a foreign address'),

  'sources-not-set-up': entry(424, 7, 'setup', 'No source answered: all need their set-up mended'),
  'sources-timed-out': entry(504, 6, 'timeout', 'No source answered in time', true),
  'sources-failed': entry(502, 6, 'source', 'No source answered', true),
  'sources-incomplete': entry(502, 6, 'source', 'Not all sources answered, and all or nothing was asked for', true),
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof errorTable;

/** The codes in the table's order. */
export const errorCodes: readonly ErrorCode[] = Object.keys(errorTable) as ErrorCode[];
