import type { ConnectorContext, SourceCondition } from '@crossvault/core';
import type { TokenSource } from '../auth/token-source.ts';
import type { RequestPolicy } from '../resilience/request-policy.ts';

/** What a vendor's client is made of. */
export interface VendorClientOptions {
  readonly baseUrl: string;
  readonly context: ConnectorContext;
  /** How the connection behaves. Clients that talk to the same hosts share one; absent: one of its own. */
  readonly requestPolicy?: RequestPolicy;
  /** Absent for calls that need no token, such as the one that gets it. */
  readonly tokens?: TokenSource;
  /** Its requests carry the credential itself: they are not repeated after an answer that cannot be read. @default false */
  readonly logsIn?: boolean;
  /** The vendor's own error text out of an error body, or null. */
  readProblem(body: unknown): string | null;
  /** Seconds that the vendor asks to wait. @default the headers retry-after-ms, x-ms-retry-after-ms and Retry-After, a number or a date; then retryAfter of the body */
  readWait?(response: Response, body: unknown): number | null;
  /** What the vendor says is left; null where this answer does not say. @default it never says */
  readBudget?(response: Response): SourceCondition['budget'];
  /** The status that the answer really has, where a failure is wrapped into a success. @default that of the response, unless all of its body is an error */
  readStatus?(response: Response, body: unknown): number;
  /** Header with the vendor's own request id. */
  readonly requestIdHeader?: string;
  /** Header in which our own request id goes along. @default none */
  readonly sendRequestIdAs?: string;
}
