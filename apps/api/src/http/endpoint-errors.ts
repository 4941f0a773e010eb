import type { ErrorCode } from '@crossvault/core';
import { doorErrors } from './access.ts';
import type { Endpoint } from './endpoint.ts';

/** Errors of a request to one source. */
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

/** Errors of a request to all sources. */
export const listErrors = [
  'invalid-cursor',
  'cursor-mismatch',
  'sources-not-set-up',
  'sources-failed',
  'sources-incomplete',
  'sources-timed-out',
] as const satisfies readonly ErrorCode[];

/** Errors of every action. */
export const changeErrors = [
  'action-not-supported',
  'not-guaranteed',
  'state-conflict',
  'confirmation-needed',
  'idempotency-mismatch',
  'connection-read-only',
  'store-missing',
  'answer-lost',
  ...sourceErrors,
] as const satisfies readonly ErrorCode[];

/** Errors of every endpoint. */
const commonErrors = [
  'unknown-parameter',
  'invalid-parameter',
  'host-refused',
  'internal-error',
] as const satisfies readonly ErrorCode[];

const boundErrors = ({ isExpensive = false }: Pick<Endpoint, 'isExpensive'>): readonly ErrorCode[] =>
  isExpensive ? ['too-many-requests'] : [];

/** All errors of an endpoint. */
export const errorsOf = (endpoint: Endpoint): readonly ErrorCode[] => [
  ...new Set([...commonErrors, ...doorErrors(endpoint), ...boundErrors(endpoint), ...endpoint.errors]),
];
