export { jobNotFound, nullWhenAbsent, otherThanAsked, unreadableAnswer } from './absent-job.ts';
export type { Answer, ApiResult } from './answer.ts';
export { readErrorText } from './error-text.ts';
export { toStatusError } from './failure.ts';
export { createFixedToken } from './fixed-token.ts';
export { isRecent } from './is-recent.ts';
export { toJobContext } from './job-context.ts';
export { samePath } from './link.ts';
export { toLogInError } from './log-in-error.ts';
export { createLogInPause } from './log-in-pause.ts';
export { type LongRunningProtocol, type Look, pollUntilDone } from './long-running.ts';
export { createManners, type Manners, type MannersOptions } from './manners.ts';
export { mapRows } from './map-rows.ts';
export { parseToken } from './page-token.ts';
export { isPathSegment } from './path-segment.ts';
export type { PreparedRequest } from './prepared-request.ts';
export { type ProbeOptions, type ProbeTry, runProbe, tryToken } from './probe.ts';
export {
  askDirectly,
  askThrough,
  type ChosenProxy,
  createProxyChoice,
  describeProxy,
  type ProxyChoice,
  type ProxyRules,
  type WrittenProxy,
} from './proxy-choice.ts';
export { createReach, type Reach, type ReachOptions } from './reach/reach.ts';
export { readRetryAfter, readUsualWait } from './retry-after.ts';
export { readSaidStatus } from './said-status.ts';
export { createTokenSource, type GrantedToken, type TokenSource } from './token-source.ts';
export { createTransport, type Transport, type TransportOptions } from './transport.ts';
export {
  createVendorClient,
  type VendorClient,
} from './vendor-client.ts';
export type { VendorClientOptions } from './vendor-client-options.ts';
export { withRows } from './with-rows.ts';
