import { endSession } from '@crossvault/client-kit';
import type { Connector, ConnectorContext } from '@crossvault/core';
import { createVeeamSpcCalls } from '../client/client.ts';
import type { VeeamSpcConfig } from '../config.ts';
import { toDefinitionKey } from '../mapping/key.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { createActingV2, createActingV3 } from './acting.ts';
import { createAgentWalk } from './agent-walk.ts';
import { createConsoleLists } from './console-lists.ts';
import { probeConnection } from './probe.ts';

export function createVeeamSpcConnector(config: VeeamSpcConfig, context: ConnectorContext): Connector {
  const client = createVeeamSpcCalls(config, context);
  const { list, plans, items, ...jobs } =
    config.apiVersion === 'v2' ? createAgentWalk(client.v2, context) : createConsoleLists(client.v3, context);
  const acting =
    config.apiVersion === 'v2' ? createActingV2(client, plans, context) : createActingV3(client, plans, context);

  return Object.freeze({
    vendor: 'veeam-spc',
    history: 'sampled',
    addresses: [{ name: 'api', url: config.baseUrl }],
    condition: client.condition,
    jobLists: async () => [list],
    ...jobs,
    ...acting,
    protectedItems: items,
    explainJob: jobMapper.explain,
    mapJob: jobMapper.map,
    mapperVersion: jobMapper.version,
    // A console hears of its agents within the hour.
    runTiming: { startGraceMs: 1_800_000, reportLagMs: 3_600_000, unlistedTracks: [] },
    definitionOf: toDefinitionKey,
    probe: (call) => probeConnection({ client, config }, context, call),
    close: () => endSession(client.tokens, context),
  } satisfies Connector);
}
