import type { ErrorCode } from '@crossvault/contract';

/** What can go wrong when one source is asked. */
export const sourceErrors = [
  'configuration-invalid',
  'secret-missing',
  'authentication-failed',
  'permission-denied',
  'source-not-found',
  'certificate-refused',
  'source-timeout',
  'source-unreachable',
  'source-throttled',
  'source-error',
  'source-refused',
  'circuit-open',
  'answer-too-large',
  'answer-unreadable',
  'link-refused',
] as const satisfies readonly ErrorCode[];

/** What can go wrong at every endpoint. */
export const commonErrors = [
  'unknown-parameter',
  'invalid-parameter',
  'host-refused',
  'internal-error',
] as const satisfies readonly ErrorCode[];
