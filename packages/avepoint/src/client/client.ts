import { type Answer, createVendorClient, type TokenSource } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext } from '@crossvault/contract';
import { type AvepointConfig, type documentedJobsPath, toBaseUrl } from '../config.ts';
import type { operations, paths } from '../generated/schema.ts';
import { applyEnvelopeStatus, readEnvelope } from './envelope.ts';

export type JobsQuery = NonNullable<operations['listCloudBackupJobs']['parameters']['query']>;

/** One method for every call that is made. */
export interface AvepointClient {
  /** Address of the list, which the vendor's relative links start from. */
  readonly listUrl: string;
  listJobs(query: JobsQuery, call: CallOptions): Promise<Answer>;
  /** The page behind a link that the list gave. */
  followList(link: string, call: CallOptions): Promise<Answer>;
  /** `location` null: it is not sent. */
  getJob(jobId: string, location: string | null, call: CallOptions): Promise<Answer>;
}

export function createAvepointClient(
  config: AvepointConfig,
  context: ConnectorContext,
  tokens: TokenSource,
): AvepointClient {
  const baseUrl = toBaseUrl(config);
  const client = createVendorClient<paths>({
    baseUrl,
    context: { ...context, fetch: async (request) => applyEnvelopeStatus(await context.fetch(request)) },
    tokens,
    readProblem: (body) => readEnvelope(body)?.problem ?? null,
  });
  // The documented calls, under whatever path the vendor has them now.
  const listPath = config.jobsPath as typeof documentedJobsPath;
  const jobPath = `${config.jobsPath}/{jobId}` as `${typeof documentedJobsPath}/{jobId}`;

  return Object.freeze({
    listUrl: `${baseUrl}${config.jobsPath}`,
    listJobs: (query: JobsQuery, call: CallOptions) =>
      client.read(call, (api, signal) => api.GET(listPath, { params: { query }, signal })),
    followList: (link: string, call: CallOptions) => client.follow(link, call),
    getJob: (jobId: string, location: string | null, call: CallOptions) =>
      client.read(call, (api, signal) =>
        api.GET(jobPath, { params: { path: { jobId }, query: location === null ? {} : { location } }, signal }),
      ),
  });
}
