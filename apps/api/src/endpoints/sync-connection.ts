import { syncAnswerSchema } from '@crossvault/core';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { sourceErrors } from '../http/endpoint-errors.ts';
import { freshnessHeaders, readWaitSeconds } from '../http/freshness.ts';
import { connectionParameters } from './connection-parameters.ts';

export const syncConnection = defineEndpoint({
  operationId: 'syncConnection',
  method: 'post',
  path: '/v1/connections/{name}/sync',
  access: readAccess,
  summary: 'Sync one connection',
  description: [
    'Syncs the stored history of the connection now. It changes nothing at the vendor. With `Prefer: wait=<seconds>`',
    'the response waits for the end. Requests for the same connection share one sync.',
  ].join('\n'),
  tags: ['connections'],
  params: connectionParameters,
  query: z.object({}),
  headers: freshnessHeaders.pick({ Prefer: true }),
  response: { description: 'The sync has ended. `sync` has the result.', schema: syncAnswerSchema },
  accepted: { description: 'The sync was started and is still running.', when: ({ finished }) => !finished },
  errors: ['connection-not-found', 'store-missing', ...sourceErrors],
  handle({ params, headers }, { engine, setHeader, signal }) {
    const seconds = readWaitSeconds(headers);
    if (seconds !== null) setHeader('Preference-Applied', `wait=${seconds}`);
    return engine.sync(params.name, (seconds ?? 0) * 1000, { signal });
  },
});
