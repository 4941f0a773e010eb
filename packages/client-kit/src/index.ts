import './require-node.ts';

export { endSession } from './auth/end-session.ts';
export { createLogInPause, type LogInPause, type LogInPauseOptions, toLogInError } from './auth/log-in-pause.ts';
export {
  createFixedToken,
  createTokenSource,
  type FixedTokenOptions,
  type GrantedToken,
  type TokenAnswer,
  type TokenSource,
  type TokenSourceOptions,
} from './auth/token-source.ts';
export { createEndpointCheck, type EndpointCheck, type EndpointCheckOptions } from './diagnostics/check-endpoint.ts';
export type { LookUp } from './diagnostics/open-route.ts';
export { type ProbeOptions, type ProbeTry, runProbe, tryToken } from './diagnostics/probe.ts';
export type { Answer, AnswerReaders, ApiResult, BodyLimits } from './http/answer.ts';
export {
  type FailureSubject,
  type RequestPurpose,
  readErrorText,
  readStatusInBody,
  toStatusError,
} from './http/failure.ts';
export { isPathSegment, type LinkRule, parseToken, samePath } from './http/link.ts';
export type { PreparedRequest } from './http/prepared-request.ts';
export {
  jobNotFound,
  mapRows,
  mismatchedAnswer,
  nullWhenAbsent,
  toJobContext,
  unreadableAnswer,
  withRows,
} from './http/records.ts';
export { createTransport, type Transport, type TransportOptions } from './http/transport.ts';
export { createTypedClient, type TypedClient, type TypedClientOptions } from './http/typed-client.ts';
export { createVendorClient, type VendorClient, type VendorClientOptions } from './http/vendor-client.ts';
export { isRecent, type LongRunningProtocol, type Look, pollUntilDone } from './operations/long-running.ts';
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
export type { Allowance } from './resilience/limits.ts';
export {
  createRequestPolicy,
  type RequestPolicy,
  type RequestPolicyOptions,
  type Sending,
} from './resilience/request-policy.ts';
export { readRetryAfter, readUsualWait } from './resilience/retry.ts';
