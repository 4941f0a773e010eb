import type { IncomingHttpHeaders } from 'node:http';
import { type CallOptions, changePageSchema, jobSchema } from '@crossvault/core';
import { type ChangesRequest, decodeFeedPosition, feedStart } from '@crossvault/core/store';
import type { Engine } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { heartbeatMs, toEvents } from '../http/change-events.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { listOf, several, textReadBy } from '../http/parameter.ts';

const limits = { usual: 100, most: 1000 } as const;

const query = z.object({
  after: textReadBy((text) => decodeFeedPosition(text, 'after'))
    .default(feedStart)
    .describe(
      '`page.next` of the previous page, or `cursor` of a change: returns the changes after it. 0 starts at the first change that is kept. This is a position, not a time; filter the list of jobs by time.',
    ),
  limit: z.int().min(1).max(limits.most).default(limits.usual).describe('The maximum number of changes on a page.'),
  connection: listOf(z.string()).exactOptional().meta(several('Names of connections.')),
  status: listOf(jobSchema.shape.status).exactOptional().meta(several('Changes to one of these statuses.')),
});

const toRequest = ({ after, limit, connection, status }: z.output<typeof query>): ChangesRequest => ({
  after,
  limit,
  connections: connection ?? null,
  statuses: status ?? null,
});

export const listChanges = defineEndpoint({
  operationId: 'listChanges',
  method: 'get',
  path: '/v1/changes',
  access: readAccess,
  summary: 'List changes',
  description: [
    "Every change of a job's status, in the order in which the changes became visible. A caller who continues from `page.next`",
    'misses none and reads none twice. With `Accept: text/event-stream` the server sends each change as an event `change` whose',
    'id is its cursor; after a lost connection the client resumes with `Last-Event-ID`. A cursor is answered with 410 when the',
    'database was restored or replaced since, or when changes after it were deleted for their age (`store.retention`): read the',
    'jobs again, and continue from the cursor that the response names.',
  ].join('\n'),
  tags: ['history'],
  isExpensive: true,
  params: z.object({}),
  query,
  headers: z.object({
    'Last-Event-ID': z
      .string()
      .optional()
      .meta({ description: 'For streams: id of the last event received. Takes precedence over `after`.' }),
  }),
  response: { description: 'A page of changes, oldest first.', schema: changePageSchema },
  errors: ['store-missing', 'cursor-expired'],
  async handle({ query: asked }, { engine, signal, caller }) {
    const { changes, next, more } = await engine.changes(toRequest(asked), { signal, caller });
    return { data: [...changes], page: { next, more } };
  },
  events: {
    description: 'Events `change` with a JobChange as JSON; comments in between keep the connection alive.',
    stream({ query: asked, headers }, { engine, signal, caller }) {
      const after = readLastEventId(headers) ?? asked.after;
      return readEvents(engine, { ...toRequest(asked), after }, { signal, caller });
    },
  },
});

async function* readEvents(engine: Engine, request: ChangesRequest, call: CallOptions): AsyncGenerator<string> {
  // A bad cursor is answered as a problem, which must be sent before the head of the stream.
  await engine.changes({ ...request, limit: 1 }, call);
  yield* toEvents(engine.followChanges(request, heartbeatMs, call));
}

function readLastEventId(headers: IncomingHttpHeaders): string | null {
  const text = [headers['last-event-id'] ?? []].flat().join('');
  if (text === '') return null;
  decodeFeedPosition(text, 'Last-Event-ID');
  return text;
}
