import { createRequestPolicy, createVendorClient, type TokenSource } from '@crossvault/client-kit';
import type { ConnectorContext, SourceCondition } from '@crossvault/core';
import type { VeeamSpcConfig } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import { createActionLook, type LookAtAction } from './async-action.ts';
import { createVeeamSpcTokens } from './auth.ts';
import { type CallsV2, createCallsV2 } from './calls-v2.ts';
import { type CallsV3, createCallsV3 } from './calls-v3.ts';
import { type ChangesV2, createChangesV2 } from './changes-v2.ts';
import { type ChangesV3, createChangesV3 } from './changes-v3.ts';
import { clientVersionHeader } from './client-version.ts';
import { toReaders } from './readers.ts';

/** The console in both versions; a connection speaks one of them. */
export interface VeeamSpcCalls {
  readonly tokens: TokenSource;
  readonly v2: CallsV2;
  readonly v3: CallsV3;
  readonly changesV2: ChangesV2;
  readonly changesV3: ChangesV3;
  /** How a request stands that v3 handed over to an action. */
  readonly lookAtAction: LookAtAction;
  /** How the console treats this connection right now. */
  condition(): SourceCondition;
}

export function createVeeamSpcCalls(config: VeeamSpcConfig, context: ConnectorContext): VeeamSpcCalls {
  const { baseUrl } = config;
  const requestPolicy = createRequestPolicy({ context, baseUrl });
  const tokens = createVeeamSpcTokens(config, context, requestPolicy);
  const client = createVendorClient<paths>({ baseUrl, context, requestPolicy, tokens, ...toReaders(context) });
  const lookAtAction = createActionLook(client, clientVersionHeader(config), context);
  return Object.freeze({
    tokens,
    v2: createCallsV2(client),
    v3: createCallsV3(client, config, context, lookAtAction),
    changesV2: createChangesV2(client),
    changesV3: createChangesV3(client, config),
    lookAtAction,
    condition: requestPolicy.condition,
  } satisfies VeeamSpcCalls);
}
