import './require-node.ts';

export { endSession } from './auth/end-session.ts';
export { createLogInPause, toLogInError } from './auth/log-in-pause.ts';
export { createFixedToken, createTokenSource, type GrantedToken, type TokenSource } from './auth/token-source.ts';
export { createEndpointCheck, type EndpointCheck, type EndpointCheckOptions } from './diagnostics/check-endpoint.ts';
export { type ProbeOptions, type ProbeTry, runProbe, tryToken } from './diagnostics/probe.ts';
export type { Answer, ApiResult } from './http/answer.ts';
export { readErrorText, readStatusInBody, toStatusError } from './http/failure.ts';
export { isPathSegment, parseToken, samePath } from './http/link.ts';
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
export { createRequestPolicy, type RequestPolicy, type RequestPolicyOptions } from './resilience/request-policy.ts';
export { readRetryAfter, readUsualWait } from './resilience/retry.ts';
