import { jobViewSchema } from '@crossvault/core';
import { toJobView } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint, PreparedAnswer } from '../http/endpoint.ts';
import { sourceErrors } from '../http/endpoint-errors.ts';
import { toTextTag } from '../http/entity-tag.ts';
import { freshnessHeaders, wantsFresh } from '../http/freshness.ts';
import { listOf, several } from '../http/parameter.ts';
import { jobParameters } from './job-parameters.ts';

export const getJob = defineEndpoint({
  operationId: 'getJob',
  method: 'get',
  path: '/v1/jobs/{id}',
  access: readAccess,
  summary: 'Read one job',
  description: [
    'The complete job with tasks, errors and details. It comes from the store if all of it is stored; otherwise the vendor',
    'is asked and the result stored. `Cache-Control: no-cache` always asks the vendor. If the vendor cannot be reached, the',
    'stored job is returned, and `depth` shows how complete it is.',
  ].join('\n'),
  tags: ['jobs'],
  params: jobParameters,
  query: z.object({
    include: listOf(z.enum(['raw']))
      .exactOptional()
      .meta(several("The vendor's answers as they came.")),
  }),
  headers: freshnessHeaders.pick({ 'Cache-Control': true }),
  response: { description: 'The job.', schema: jobViewSchema },
  errors: ['job-not-found', ...sourceErrors],
  async handle({ params, query, headers }, { engine, signal }) {
    const fresh = wantsFresh(headers);
    const raw = query.include?.includes('raw') ?? false;
    const text = fresh || raw ? null : await engine.readJobText(params.id, { signal });
    if (text !== null) return new PreparedAnswer(toTextTag(withoutReadingTime(text)), [text]);
    return toJobView(await engine.getJob(params.id, { signal }, { fresh }), { raw });
  },
  // In the order of the text: both have the same tag.
  contentOf: ({ observedAt: _observedAt, tasks, raw, ...job }) => ({
    ...job,
    tasks,
    ...(raw === undefined ? {} : { raw }),
  }),
});

/** The text without the first time at which this content was read: without a store, each reading has another one. */
const withoutReadingTime = (text: string): string => text.replace(/"observedAt":"[^"]*",/, '');
