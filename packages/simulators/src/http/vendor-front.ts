import { createSimulatedClock, type SimulatedClock } from '../clock/clock.ts';
import { createFaultRegistry, type FaultRegistry } from '../faults/faults.ts';
import type { ServerTls } from '../tls/certificate.ts';

const REMEMBERED_REQUESTS = 2000;

/** The part of a server before the vendor's routes, the same for every vendor. */
export type VendorFront = FaultRegistry & {
  /** Null: plain http. */
  readonly tls: ServerTls | null;
  /** How many requests a server records. */
  readonly rememberedRequests: number;
};

export type FrontOptions = {
  /** Of the waits and delays, and of the answers' dates. @default one that runs */
  readonly clock?: SimulatedClock;
  readonly tls?: ServerTls | null;
  /** @default 2000 */
  readonly rememberedRequests?: number | undefined;
};

export const createVendorFront = (options: FrontOptions = {}): VendorFront =>
  Object.freeze({
    ...createFaultRegistry(options.clock ?? createSimulatedClock({ running: true })),
    tls: options.tls ?? null,
    rememberedRequests: options.rememberedRequests ?? REMEMBERED_REQUESTS,
  });
