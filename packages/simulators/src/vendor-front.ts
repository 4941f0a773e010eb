import type { RequestHandler } from 'express';
import type { ServerTls } from './certificate.ts';

const REMEMBERED_REQUESTS = 2000;

/** What stands before a vendor's own routes: the same for every vendor, made by the simulators' core. */
export type VendorFront = {
  /** Null: plain http. */
  readonly tls: ServerTls | null;
  /** How many requests a server keeps for whoever asks what it was asked. */
  readonly rememberedRequests: number;
  /** What a request passes before the vendor's routes. */
  readonly handlers: readonly RequestHandler[];
};

export type FrontOptions = {
  readonly tls?: ServerTls | null;
  /** @default 2000 */
  readonly rememberedRequests?: number | undefined;
};

export const createVendorFront = ({ tls, rememberedRequests }: FrontOptions): VendorFront => ({
  tls: tls ?? null,
  rememberedRequests: rememberedRequests ?? REMEMBERED_REQUESTS,
  handlers: [],
});

export const plainFront = (): VendorFront => createVendorFront({});
