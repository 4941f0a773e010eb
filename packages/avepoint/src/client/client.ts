import { type Answer, createManners, createVendorClient, type TokenSource } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, SourceCondition } from '@crossvault/contract';
import { type AvepointConfig, type documentedJobsPath, toBaseUrl } from '../config.ts';
import type { operations, paths } from '../generated/schema.ts';
import { createAvepointTokens } from './auth.ts';
import { readEnvelopeStatus } from './envelope.ts';
import { readProblem } from './problem.ts';

export type JobsQuery = NonNullable<operations['listCloudBackupJobs']['parameters']['query']>;

/** The calls that are made at AvePoint; bodies come as they are. */
export interface AvepointClient {
  readonly baseUrl: string;
  /** Address of the list, which the vendor's relative links start from. */
  readonly listUrl: string;
  readonly tokens: TokenSource;
  /** How the vendor treats this connection right now. */
  condition(): SourceCondition;
  listJobs(query: JobsQuery, call: CallOptions): Promise<Answer>;
  /** Another page, by the link that the page before gave. */
  followJobs(link: string, call: CallOptions): Promise<Answer>;
  /** `location` null: it is not sent. */
  getJob(jobId: string, location: string | null, call: CallOptions): Promise<Answer>;
}

export function createAvepointClient(config: AvepointConfig, context: ConnectorContext): AvepointClient {
  const baseUrl = toBaseUrl(config);
  const tokens = createAvepointTokens(config);
  const manners = createManners({ context, baseUrl });
  const client = createVendorClient<paths>({
    baseUrl,
    context,
    manners,
    tokens,
    readProblem,
    readStatus: readEnvelopeStatus,
  });
  // The documented calls, under whatever path the vendor has them now.
  const listPath = config.jobsPath as typeof documentedJobsPath;
  const jobPath = `${config.jobsPath}/{jobId}` as `${typeof documentedJobsPath}/{jobId}`;

  return Object.freeze({
    baseUrl,
    listUrl: `${baseUrl}${config.jobsPath}`,
    tokens,
    condition: manners.condition,
    listJobs: (query, call) => client.read(call, (api, signal) => api.GET(listPath, { params: { query }, signal })),
    followJobs: (link, call) => client.follow(link, call),
    getJob: (jobId, location, call) =>
      client.read(call, (api, signal) =>
        api.GET(jobPath, { params: { path: { jobId }, query: location === null ? {} : { location } }, signal }),
      ),
  } satisfies AvepointClient);
}
