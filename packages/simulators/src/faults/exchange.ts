import type { Request, Response } from 'express';
import type { FormerPages } from './former-pages.ts';
import type { HeldRequests } from './held-requests.ts';
import type { Throttle } from './throttle.ts';
import type { VendorShapes } from './vendor-shapes.ts';

/** A request and its answer, as faults access them. */
export type Exchange = {
  readonly request: Request;
  readonly response: Response;
  /** With its query, as it was asked. */
  readonly path: string;
  /** The list that it is a page of; null: of none. */
  readonly list: string | null;
  readonly shapes: VendorShapes;
  readonly held: HeldRequests;
  readonly throttle: Throttle;
  readonly formerPages: FormerPages;
  expireTokens(): void;
  /** To the vendor's own routes. */
  pass(): void;
  /** Puts on record that the fault took effect. */
  record(): void;
};
