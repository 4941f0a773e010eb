import { CrossvaultError, type ErrorCode } from '@crossvault/core';

const advice = {
  unreachable: 'See that it runs, that the address of the configuration is right, and that a firewall lets it through.',
  refused:
    'See that user and password of the configuration are right, and that pg_hba.conf lets this user in from here.',
  noDatabase: 'Create the database, or name another one in the address.',
  tooMany: 'End unused sessions, run fewer processes of Crossvault, or raise max_connections.',
  memory: 'The server has too little memory for this; ask the administrator of the database.',
  slow: 'The statement took too long and was ended. Raise store.timeoutSeconds, or see what else keeps the database busy.',
  locked: 'Another session holds a lock for too long. See pg_stat_activity for what it does, and end it.',
  busy: 'It was busy with another request; try again.',
  idle: 'This process stood still within a transaction, which was taken back; try again.',
  full: 'Make room on its disk. Nothing that was stored is lost.',
  readOnly: 'It is a standby, or this user may not write. Name the primary, or give the user the right to write.',
  denied:
    'Let an administrator grant this user the right to create a schema in the database, or create the schemas crossvault and crossvault_queue for it.',
  corrupt: 'Stop writing to it and restore a backup; ask the administrator of the database.',
  changed: 'Tables of Crossvault were removed or changed by hand: restore a backup of the database.',
  encoding: 'Create the database with the encoding UTF8.',
  noTls:
    'The address asks for an encrypted connection. Turn TLS on at the server, or write sslmode=disable where the way to it is safe.',
  certificate:
    'Name the authority that signed the certificate with sslrootcert=/path/of/its.pem in the address, and write the host as the certificate does.',
  file: 'The address names a file (sslrootcert, sslcert, sslkey) that cannot be read.',
} as const;

/** By the beginning of PostgreSQL's code (https://www.postgresql.org/docs/current/errcodes-appendix.html), or Node's; the longest fits. */
const faults: readonly (readonly [string, ErrorCode, string])[] = [
  ['53100', 'store-full', advice.full],
  ['53200', 'store-unavailable', advice.memory],
  ['53300', 'store-unavailable', advice.tooMany],
  ['25006', 'store-read-only', advice.readOnly],
  ['25P03', 'store-unavailable', advice.idle],
  ['42501', 'store-read-only', advice.denied],
  ['40', 'store-unavailable', advice.busy],
  ['55P03', 'store-unavailable', advice.locked],
  ['57014', 'store-unavailable', advice.slow],
  ['XX001', 'store-corrupt', advice.corrupt],
  ['XX002', 'store-corrupt', advice.corrupt],
  ['42P01', 'store-corrupt', advice.changed],
  ['42703', 'store-corrupt', advice.changed],
  ['42883', 'store-corrupt', advice.changed],
  ['3F000', 'store-corrupt', advice.changed],
  ['22021', 'store-unsupported', advice.encoding],
  ['22P05', 'store-unsupported', advice.encoding],
  ['28', 'store-refused', advice.refused],
  ['3D', 'store-refused', advice.noDatabase],
  ['ENOENT', 'store-refused', advice.file],
  ['EACCES', 'store-refused', advice.file],
  ['EISDIR', 'store-refused', advice.file],
  ['ERR_TLS_CERT', 'store-refused', advice.certificate],
  ['ERR_SSL', 'store-unavailable', advice.unreachable],
  ['ERR_TLS', 'store-unavailable', advice.unreachable],
  ['ERR_SOCKET', 'store-unavailable', advice.unreachable],
  ['E', 'store-unavailable', advice.unreachable],
];

/** Classes of PostgreSQL's codes that say that a statement of ours is wrong: a fault of the program, not of the store. */
const ours = /^(?:2[0-4]|42|0A)/;

/** Node's codes for a wrong use of it. */
const misuse = /^ERR_(?!SSL|TLS|SOCKET)/;

/** Codes of OpenSSL and Node for a certificate that is not believed. */
const certificate = /CERT|SELF_SIGNED|ISSUER|LEAF_SIGNATURE|SIGNATURE_FAILURE/;

/** What `pg` says without a code. */
const spoken: readonly (readonly [RegExp, ErrorCode, string])[] = [
  [/does not support SSL|establishing an SSL connection/, 'store-refused', advice.noTls],
  [
    /timeout exceeded when trying to connect/,
    'store-unavailable',
    'All connections of this process are in use; try again.',
  ],
  [/SASL|password|authentication|channel binding/i, 'store-refused', advice.refused],
  [
    /^(?:Connection terminated|timeout expired|Client (?:has|was)|Cannot use a pool|Query read timeout|The server)|driver has already been destroyed|SSL|TLS|certificate/i,
    'store-unavailable',
    advice.unreachable,
  ],
];

/** An error of PostgreSQL or of the way to it as one of ours; anything else as it is. */
export function toPostgresFault(error: unknown, location: string): Error {
  if (CrossvaultError.isInstance(error) || !(error instanceof Error)) return CrossvaultError.from(error);
  const inner = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  const found = findFault(inner);
  if (found === null) return CrossvaultError.from(error);
  const [code, advised] = found;
  return new CrossvaultError({
    code,
    message: `The store ${location} cannot be used (${toOneLine(inner.message)}). ${advised}`,
    cause: error,
  });
}

function findFault(error: Error): readonly [ErrorCode, string] | null {
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') {
    const known = spoken.find(([words]) => words.test(error.message));
    return known === undefined ? null : [known[1], known[2]];
  }
  const listed = faults.find(([beginning]) => code.startsWith(beginning));
  if (certificate.test(code)) return ['store-refused', advice.certificate];
  if (misuse.test(code)) return null;
  if (listed !== undefined) return [listed[1], listed[2]];
  return /^[0-9A-Z]{5}$/.test(code) && !ours.test(code) ? ['store-unavailable', advice.unreachable] : null;
}

/** Codes of a server that goes or comes, of broken connections, and Node's. */
const goneCode = /^(?:08|57P0|E)/;
const busyWords = /timeout exceeded when trying to connect/;

/** Whether the server, or the way to it, was gone: it was neither busy nor refused anything. */
export function wasAway(error: unknown): boolean {
  const { code, cause } = CrossvaultError.from(error);
  if (code !== 'store-unavailable' || !(cause instanceof Error)) return false;
  const own: unknown = 'code' in cause ? cause.code : undefined;
  return typeof own === 'string' ? goneCode.test(own) : !busyWords.test(cause.message);
}

/** A server's own words may have several lines. */
const toOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
