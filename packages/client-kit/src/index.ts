export { createFixedToken } from './auth/fixed-token.ts';
export { toLogInError } from './auth/log-in-error.ts';
export { createLogInPause } from './auth/log-in-pause.ts';
export { createTokenSource, type GrantedToken, type TokenSource } from './auth/token-source.ts';
export { createReach, type Reach, type ReachOptions } from './diagnostics/check-endpoint.ts';
export { type ProbeOptions, type ProbeTry, runProbe, tryToken } from './diagnostics/probe.ts';
export { jobNotFound, nullWhenAbsent, otherThanAsked, unreadableAnswer } from './http/absent-job.ts';
export type { Answer, ApiResult } from './http/answer.ts';
export { readErrorText } from './http/error-text.ts';
export { toStatusError } from './http/failure.ts';
export { toJobContext } from './http/job-context.ts';
export { samePath } from './http/link.ts';
export { mapRows } from './http/map-rows.ts';
export { parseToken } from './http/page-token.ts';
export { isPathSegment } from './http/path-segment.ts';
export type { PreparedRequest } from './http/prepared-request.ts';
export { readSaidStatus } from './http/status-in-body.ts';
export { createTransport, type Transport, type TransportOptions } from './http/transport.ts';
export {
  createVendorClient,
  type VendorClient,
} from './http/vendor-client.ts';
export type { VendorClientOptions } from './http/vendor-client-options.ts';
export { withRows } from './http/with-rows.ts';
export { isRecent } from './operations/is-recent.ts';
export { type LongRunningProtocol, type Look, pollUntilDone } from './operations/long-running.ts';
export {
  askDirectly,
  askThrough,
  type ChosenProxy,
  createProxyChoice,
  describeProxy,
  type ProxyChoice,
  type ProxyRules,
  type WrittenProxy,
} from './proxy/proxy-choice.ts';
export { createRequestPolicy, type RequestPolicy, type RequestPolicyOptions } from './resilience/request-policy.ts';
export { readRetryAfter, readUsualWait } from './resilience/retry-after.ts';
