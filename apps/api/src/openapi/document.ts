import { type ErrorCode, errorTable, problemSchema } from '@crossvault/core';
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { opensToAnyKey } from '../http/access.ts';
import { type Endpoint, tags } from '../http/endpoint.ts';
import { errorsOf } from '../http/endpoint-errors.ts';
import { sourcesProblemSchema } from '../http/problem-answer.ts';

const requestId = z
  .string()
  .meta({ description: 'The id that the caller sent, or one that the server generated.', header: { id: 'RequestId' } });
const entityTag = z.string().meta({ description: 'Send it back as If-None-Match.', header: { id: 'EntityTag' } });
const retryAfter = z
  .int()
  .optional()
  .meta({ description: 'Seconds to wait, where the vendor reports them.', header: { id: 'RetryAfter' } });
const answerHeaders = z.object({ ETag: entityTag, 'X-Request-Id': requestId });
const plainHeaders = z.object({ 'X-Request-Id': requestId });
const retryableHeaders = z.object({ 'Retry-After': retryAfter, 'X-Request-Id': requestId });

const unchanged: ZodOpenApiResponseObject = {
  id: 'Unchanged',
  description: 'The response has not changed since the tag in If-None-Match.',
  headers: answerHeaders,
};

/** The OpenAPI 3.1 document of endpoints. */
export function buildDocument(endpoints: readonly Endpoint[]): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: toOperation(endpoint) };
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Crossvault',
        version: '1',
        description: [
          'The backup jobs of many vendors in one model, and actions on them. Unknown parameters and invalid values are refused, never ignored.',
          'Every response to a GET has a weak entity tag over its content, without the times at which sources were read.',
        ].join('\n'),
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'The server that this document came from.' }],
      security: [{ key: [] }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      paths,
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description: [
              'An API key (`cv_…`), made by `crossvault keys create`. `operate`, `destroy` and `admin` are scopes of their own, and',
              'every key may read its connections. While there are no keys, callers on the same machine may read.',
            ].join('\n'),
          },
        },
      },
    },
    {
      override({ jsonSchema, io }) {
        // Fields may be added to an answer; callers must not refuse them.
        if (io === 'output') delete jsonSchema.additionalProperties;
      },
    },
  );
}

function toOperation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { operationId, method, summary, params, query, headers, sent, response, accepted, events } = endpoint;
  return {
    operationId,
    summary,
    description: toDescription(endpoint),
    security: toSecurity(endpoint),
    tags: [...endpoint.tags],
    requestParams: { path: params, query, ...(headers === undefined ? {} : { header: headers }) },
    ...(sent === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: sent } } } }),
    responses: {
      200: {
        description: response.description,
        headers: method === 'get' ? answerHeaders : plainHeaders,
        content: {
          'application/json': { schema: response.schema },
          ...(events === undefined
            ? {}
            : { 'text/event-stream': { schema: z.string().meta({ description: events.description }) } }),
        },
      },
      ...(accepted === undefined
        ? {}
        : {
            202: {
              description: accepted.description,
              headers: plainHeaders,
              content: { 'application/json': { schema: accepted.schema ?? response.schema } },
            },
          }),
      ...(method === 'get' ? { 304: unchanged } : {}),
      ...toProblems(errorsOf(endpoint)),
    },
  };
}

/** The description of an endpoint, and the scope that it takes where not every key is enough. */
const toDescription = (endpoint: Endpoint): string => {
  const { access, description } = endpoint;
  return access === 'anyone' || opensToAnyKey(endpoint)
    ? description
    : `${description}\n\nScope: ${access.map((scope) => `\`${scope}\``).join(' or ')}.`;
};

/** Reading needs no key while no key exists. */
const toSecurity = (endpoint: Endpoint): NonNullable<ZodOpenApiOperationObject['security']> => {
  if (endpoint.access === 'anyone') return [];
  return opensToAnyKey(endpoint) ? [{ key: [] }, {}] : [{ key: [] }];
};

function toProblems(codes: readonly ErrorCode[]): Record<string, ZodOpenApiResponseObject> {
  const byStatus = Map.groupBy(codes, (code) => errorTable[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, here]) => [
      String(status),
      {
        description: here.map((code) => `\`${code}\`: ${errorTable[code].title}.`).join('\n'),
        headers: here.some((code) => errorTable[code].retryable) ? retryableHeaders : plainHeaders,
        content: { 'application/problem+json': { schema: schemaOf(here) } },
      },
    ]),
  );
}

const schemaOf = (codes: readonly ErrorCode[]): z.ZodType =>
  codes.some((code) => code.startsWith('sources-')) ? sourcesProblemSchema : problemSchema;
