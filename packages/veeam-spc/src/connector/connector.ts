import { type Connector, type ConnectorContext, CrossvaultError, startDeadline } from '@crossvault/core';
import { createVeeamSpcClient } from '../client/client.ts';
import type { VeeamSpcConfig } from '../config.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { createActingV2, createActingV3 } from './acting.ts';
import { createAgentWalk } from './agent-walk.ts';
import { createConsoleLists } from './console-lists.ts';
import { toDefinitionKey } from './key.ts';
import { probeConnection } from './probe.ts';

/** How long closing may wait for the console to take its token back. */
const logOutDeadlineMs = 2_000;

export function createVeeamSpcConnector(config: VeeamSpcConfig, context: ConnectorContext): Connector {
  const client = createVeeamSpcClient(config, context);
  const { list, plans, ...jobs } =
    config.apiVersion === 'v2' ? createAgentWalk(client.v2, context) : createConsoleLists(client.v3, context);
  const acting =
    config.apiVersion === 'v2' ? createActingV2(client, plans, context) : createActingV3(client, plans, context);

  async function close(): Promise<void> {
    if (client.tokens.close === undefined) return;
    const message = 'The console did not take its token back in time.';
    const toReason = () => new CrossvaultError({ code: 'source-timeout', message, source: context.connection });
    const deadline = startDeadline(context.clock, logOutDeadlineMs, toReason);
    await client.tokens.close(deadline).catch(() => undefined);
    deadline.release();
  }

  return Object.freeze({
    vendor: 'veeam-spc',
    history: 'sampled',
    addresses: [{ name: 'api', url: config.baseUrl }],
    condition: client.condition,
    jobLists: async () => [list],
    ...jobs,
    ...acting,
    explainJob: jobMapper.explain,
    mapJob: jobMapper.map,
    mapperVersion: jobMapper.version,
    definitionOf: toDefinitionKey,
    probe: (call) => probeConnection({ client, config }, context, call),
    close,
  } satisfies Connector);
}
