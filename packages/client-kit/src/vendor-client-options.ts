import type { ConnectorContext } from '@crossvault/contract';
import type { TokenSource } from './token-source.ts';

/** What a vendor's client is made of. */
export interface VendorClientOptions {
  readonly baseUrl: string;
  readonly context: ConnectorContext;
  /** Absent for calls that need no token, such as the one that gets it. */
  readonly tokens?: TokenSource;
  /** The vendor's own error text out of an error body, or null. */
  readProblem(body: unknown): string | null;
  /** Seconds that the vendor asks to wait. @default the header Retry-After */
  readWait?(response: Response, body: unknown): number | null;
  /** Header with the vendor's own request id. */
  readonly requestIdHeader?: string;
}
