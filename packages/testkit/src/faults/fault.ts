/** How a vendor says for how long it wants no requests. */
export interface Wait {
  readonly form: 'seconds' | 'date' | 'body' | 'none';
  readonly seconds: number;
}

/** Faults without parameters. */
export type PlainKind =
  | 'hang'
  | 'reset-before'
  | 'reset-body'
  | 'truncated-json'
  | 'malformed-json'
  | 'html'
  | 'gzip'
  | 'unauthorized'
  | 'not-found'
  | 'timeout-status'
  | 'conflict'
  | 'duplicate-page'
  | 'shifted-page'
  | 'ignored-offset'
  | 'ignored-filter'
  | 'broken-order'
  | 'endless-link'
  | 'foreign-link'
  | 'error-envelope'
  | 'rotate-tokens';

/** What can be done to a request or to its answer. */
export type Fault =
  | { readonly kind: PlainKind }
  | { readonly kind: 'latency'; readonly delayMs: number }
  | { readonly kind: 'slow-drip'; readonly delayMs: number; readonly pieces: number }
  | { readonly kind: 'wrong-content-type'; readonly contentType?: string }
  | { readonly kind: 'wrong-charset'; readonly charset: 'utf-16le' | 'iso-8859-1' }
  | { readonly kind: 'forbidden-fields'; readonly fields: readonly string[] }
  | { readonly kind: 'throttled'; readonly wait: Wait }
  | { readonly kind: 'status'; readonly status: number; readonly body?: 'vendor' | 'html' | 'none' }
  | { readonly kind: 'huge'; readonly sizeBytes?: number }
  | { readonly kind: 'clock-skew'; readonly seconds: number };

export type FaultKind = Fault['kind'];

/** Which requests a fault hits. */
export interface FaultTarget {
  /** Only requests for pages of lists. */
  readonly list?: boolean;
  /** From the how manieth of them on. @default 1 */
  readonly nth?: number;
  /** For how many of them. @default 1 */
  readonly times?: number | 'always';
}

export interface FaultRule {
  readonly on: FaultTarget;
  readonly fault: Fault;
}
