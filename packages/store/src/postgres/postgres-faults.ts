import { CrossvaultError, type ErrorCode } from '@crossvault/contract';

const advice = {
  unreachable: 'Look whether it runs, and whether address, user and password of the configuration are right.',
  busy: 'It was busy with another request; try again.',
  full: 'Make room on its disk. Nothing that was stored is lost.',
  readOnly: 'It is a standby, or this user may not write. Name the primary, or give the user the right to write.',
  corrupt: 'Stop writing to it and restore a backup; ask whoever runs the database.',
} as const;

/** By the beginning of PostgreSQL's code (https://www.postgresql.org/docs/current/errcodes-appendix.html), or Node's; the longest fits. */
const faults: readonly (readonly [string, ErrorCode, string])[] = [
  ['53100', 'store-full', advice.full],
  ['25006', 'store-read-only', advice.readOnly],
  ['42501', 'store-read-only', advice.readOnly],
  ['40001', 'store-unavailable', advice.busy],
  ['40P01', 'store-unavailable', advice.busy],
  ['XX001', 'store-corrupt', advice.corrupt],
  ['XX002', 'store-corrupt', advice.corrupt],
  ['08', 'store-unavailable', advice.unreachable],
  ['28', 'store-unavailable', advice.unreachable],
  ['3D', 'store-unavailable', advice.unreachable],
  ['53', 'store-unavailable', advice.unreachable],
  ['57P', 'store-unavailable', advice.unreachable],
  ['E', 'store-unavailable', advice.unreachable],
];

/** How `pg` words a connection that broke without a code. */
const broken =
  /^(?:Connection terminated|timeout exceeded|Client has encountered a connection error|Cannot use a pool)/;

/** An error of PostgreSQL or of the way to it as one of ours; anything else as it is. */
export function toPostgresFault(error: unknown, location: string): Error {
  if (CrossvaultError.isInstance(error) || !(error instanceof Error)) return CrossvaultError.from(error);
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  const code: unknown = inner instanceof Error && 'code' in inner ? inner.code : undefined;
  const found =
    typeof code === 'string'
      ? faults.find(([beginning]) => code.startsWith(beginning))
      : broken.test(error.message) || error.message.includes('driver has already been destroyed')
        ? (['', 'store-unavailable', advice.unreachable] as const)
        : undefined;
  if (found === undefined) return CrossvaultError.from(error);
  const what = inner instanceof Error ? inner.message : error.message;
  return new CrossvaultError({
    code: found[1],
    message: `The store ${location} cannot be used (${what}). ${found[2]}`,
    cause: error,
  });
}
