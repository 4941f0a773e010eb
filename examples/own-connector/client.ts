import { createFixedToken, createRequestPolicy, createVendorClient } from '@crossvault/client-kit';
import { type CallOptions, type ConnectorContext, isJsonObject, type Secret } from '@crossvault/core';

interface Answers {
  readonly 200: { readonly content: { readonly 'application/json': unknown } };
}

/** The two requests of the API. A document of OpenAPI would generate this. */
interface Paths {
  readonly '/v1/runs': {
    readonly get: { parameters: { query?: { limit: number; after?: string; since?: string } }; responses: Answers };
  };
  readonly '/v1/runs/{id}': {
    readonly get: { parameters: { path: { id: string } }; responses: Answers };
  };
}

const readProblem = (body: unknown): string | null =>
  isJsonObject(body) && typeof body['error'] === 'string' ? body['error'] : null;

export type ColdstoreClient = ReturnType<typeof createColdstoreClient>;

export function createColdstoreClient(
  { baseUrl, apiKey }: { readonly baseUrl: string; readonly apiKey: Secret },
  context: ConnectorContext,
) {
  const requestPolicy = createRequestPolicy({ context, baseUrl });
  const tokens = createFixedToken(apiKey, context);
  const client = createVendorClient<Paths>({ baseUrl, context, requestPolicy, tokens, readProblem });
  return {
    tokens,
    condition: requestPolicy.condition,
    async listRuns(query: { limit: number; after?: string; since?: string }, call: CallOptions) {
      const { body } = await client.read(call, (api, signal) => api.GET('/v1/runs', { signal, params: { query } }));
      const { runs, next } = isJsonObject(body) ? body : {};
      return { rows: Array.isArray(runs) ? runs : null, next: typeof next === 'string' ? next : null };
    },
    getRun: (id: string, call: CallOptions) =>
      client.read(call, (api, signal) => api.GET('/v1/runs/{id}', { signal, params: { path: { id } } })),
  };
}
