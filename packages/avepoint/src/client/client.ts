import { type Answer, createRequestPolicy, createVendorClient, samePath } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, ServiceAddress, SourceCondition } from '@crossvault/core';
import { type AvepointConfig, type documentedJobsPath, toBaseUrl, toIdentityUrl } from '../config.ts';
import type { operations, paths } from '../generated/schema.ts';
import { type AvepointTokens, createAvepointTokens } from './auth.ts';
import { joinConditions } from './condition.ts';
import { readEnvelopeStatus } from './envelope.ts';
import { readProblem } from './problem.ts';
import { jobScope, settingsScope, subscriptionScope } from './token-problem.ts';

export type JobsQuery = NonNullable<operations['listCloudBackupJobs']['parameters']['query']>;

/** The calls to AvePoint. They return the bodies unparsed. */
export interface AvepointCalls {
  /** Address of the list, which the vendor's relative links start from. */
  readonly listUrl: string;
  readonly addresses: readonly ServiceAddress[];
  readonly tokens: AvepointTokens;
  /** Current condition of the connection, for both of its hosts. */
  condition(): SourceCondition;
  listJobs(query: JobsQuery, call: CallOptions): Promise<Answer>;
  /** The next page, by the link of the previous page. */
  followJobs(link: string, call: CallOptions): Promise<Answer>;
  /** `location` null: none is sent. */
  getJob(jobId: string, location: string | null, call: CallOptions): Promise<Answer>;
  /** The consumption of the licence; requires a separate permission. */
  getLicense(call: CallOptions): Promise<Answer>;
  /** How often each active service is backed up; requires a separate permission. `location` null: none is sent. */
  getFrequency(location: string | null, call: CallOptions): Promise<Answer>;
  /** How long backups are kept; needs the same permission. */
  getRetention(location: string | null, call: CallOptions): Promise<Answer>;
}

export function createAvepointCalls(config: AvepointConfig, context: ConnectorContext): AvepointCalls {
  const baseUrl = toBaseUrl(config);
  const identityUrl = toIdentityUrl(config);
  const requestPolicy = createRequestPolicy({ context, baseUrl });
  // The token endpoint is another host with its own condition.
  const identityPolicy = createRequestPolicy({ context, baseUrl: identityUrl });
  const tokens = createAvepointTokens(config, context, identityPolicy);
  const shared = { baseUrl, context, requestPolicy, readProblem, readStatus: readEnvelopeStatus };
  const client = createVendorClient<paths>({ ...shared, tokens: tokens.for(jobScope) });
  const licence = createVendorClient<paths>({ ...shared, tokens: tokens.for(subscriptionScope) });
  const settings = createVendorClient<paths>({ ...shared, tokens: tokens.for(settingsScope) });
  const inLocation = (location: string | null) => ({ query: location === null ? {} : { location } });
  // The documented calls, under whatever path the vendor has them now.
  const listPath = config.jobsPath as typeof documentedJobsPath;
  const jobPath = `${config.jobsPath}/{jobId}` as `${typeof documentedJobsPath}/{jobId}`;

  return Object.freeze({
    listUrl: `${baseUrl}${config.jobsPath}`,
    addresses: [
      { name: 'api', url: baseUrl },
      ...(config.credential.type === 'token' ? [] : [{ name: 'identity', url: identityUrl } as const]),
    ],
    tokens,
    condition: () => joinConditions(requestPolicy.condition(), identityPolicy.condition()),
    listJobs: (query, call) => client.read(call, (api, signal) => api.GET(listPath, { params: { query }, signal })),
    followJobs: (link, call) => client.follow(link, samePath(config.jobsPath), call),
    getJob: (jobId, location, call) =>
      client.read(call, (api, signal) =>
        api.GET(jobPath, { params: { path: { jobId }, query: location === null ? {} : { location } }, signal }),
      ),
    getLicense: (call) =>
      licence.read(call, (api, signal) => api.GET('/backup/m365/cloudbackuplicenseconsumption', { signal })),
    getFrequency: (location, call) =>
      settings.read(call, (api, signal) =>
        api.GET('/backup/m365/settings/backup/frequency', { params: inLocation(location), signal }),
      ),
    getRetention: (location, call) =>
      settings.read(call, (api, signal) =>
        api.GET('/backup/m365/settings/retention-policy', { params: inLocation(location), signal }),
      ),
  } satisfies AvepointCalls);
}
