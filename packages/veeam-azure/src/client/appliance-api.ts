import type { Answer, ApiResult, PreparedRequest, VendorClient } from '@crossvault/client-kit';
import type { CallOptions } from '@crossvault/core';
import type { paths } from '../generated/schema.ts';

type Client = VendorClient<paths>;

/** How calls are made at an appliance: its refusals become errors with advice. */
export interface ApplianceApi {
  /** `what` names the object of a refused read. */
  read(what: string, call: CallOptions, send: Parameters<Client['read']>[1]): Promise<Answer>;
  /** `what` names the refused action: `start policies`. */
  prepare(
    what: string,
    run: (api: Parameters<Parameters<Client['prepare']>[1]>[0]) => Promise<ApiResult>,
  ): Promise<PreparedRequest>;
}
