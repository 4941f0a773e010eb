import express, { type Express, type Request, type Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import { requireBearer, type Tokens } from '../http/tokens.ts';
import type { Planner } from '../schedule/planner.ts';
import type { AvepointJobs } from './avepoint-jobs.ts';
import type { Envelope } from './envelope.ts';
import type { Identity } from './identity.ts';
import { renderLicence } from './licence.ts';
import { type AvepointOptions, JOB_SCOPE, SETTINGS_SCOPE, SUBSCRIPTION_SCOPE } from './options.ts';
import { renderPageLink } from './page-link.ts';
import { type JobListQuery, ParameterProblem, parseJobListQuery, readParameter } from './query.ts';
import { renderFrequency, renderRetention } from './settings.ts';

export const TOKEN_PATH = '/connect/token';
const JOBS_PATH = '/backup/m365/cloudbackupjobs';
/** Where the list was before October 2025, in another shape. */
const FORMER_PATHS = ['/backup/m365/jobs', '/backup/m365/cloudbackup/getjobs'] as const;
const LICENCE_PATH = '/backup/m365/cloudbackuplicenseconsumption';
const FREQUENCY_PATH = '/backup/m365/settings/backup/frequency';
const RETENTION_PATH = '/backup/m365/settings/retention-policy';

/** The permission that each path needs; all others that of the jobs. */
const SCOPES: Readonly<Record<string, string>> = {
  [LICENCE_PATH]: SUBSCRIPTION_SCOPE,
  [FREQUENCY_PATH]: SETTINGS_SCOPE,
  [RETENTION_PATH]: SETTINGS_SCOPE,
};

const UNAUTHORIZED = {
  missing: 'The request has no access token.',
  unknown: 'The access token is not valid.',
  expired: 'The access token has expired.',
} as const;

export type AvepointRoutes = {
  readonly jobs: AvepointJobs;
  readonly tokens: Tokens;
  readonly identity: Identity;
  /** A token for other services than this one. */
  readonly tokenWithoutPermission: string;
  readonly envelope: Envelope;
  readonly options: AvepointOptions;
  readonly clock: SimulatedClock;
  /** What starts the jobs; null: they start at random times. */
  readonly planner: Planner | null;
  readonly defaultPageSize: number;
  /** Of the data center. */
  address(): string;
};

const parametersOf = ({ originalUrl }: Pick<Request, 'originalUrl'>): URLSearchParams =>
  new URL(originalUrl, 'http://localhost').searchParams;

const sendPage = (routes: AvepointRoutes, query: JobListQuery, request: Request, response: Response): void => {
  const { envelope, options } = routes;
  const firstPage = options.firstPage ?? 0;
  const pageIndex = Math.max(query.pageIndex, firstPage);
  const objectType = options.objectTypes === 'ignored' ? 0 : query.objectType;
  const { rows, total } = routes.jobs.list({ ...query, objectType, pageIndex: pageIndex - firstPage });
  const isLast = (pageIndex - firstPage + 1) * query.pageSize >= total;
  const next = renderPageLink({
    form: options.nextLink ?? 'absolute',
    address: routes.address(),
    path: request.path,
    parameters: parametersOf(request),
    pageIndex: pageIndex + 1,
  });
  const link = next === undefined ? {} : { nextLink: isLast ? '' : next };
  const isCounted = options.hasTotals !== false;
  if (request.path !== JOBS_PATH) {
    response.json({ ...(isCounted ? { totalNumber: total } : {}), jobs: rows, ...link });
    return;
  }
  // The total has one name in the vendor's table and another in its sample; the pages of a list take turns.
  const count = pageIndex % 2 === 0 ? { totalCount: total } : { totalNumber: total };
  envelope.send(response, { data: rows, metadata: { ...(isCounted ? count : {}), ...link } });
};

/** A token for one permission is forbidden where another is needed. */
const registerAccess = (app: Express, routes: AvepointRoutes): void => {
  const { tokens, envelope, identity, tokenWithoutPermission } = routes;
  app.use(
    requireBearer(tokens, (verdict, _request, response) =>
      envelope.sendError(response, 401, { code: 'Unauthorized', field: '', message: UNAUTHORIZED[verdict] }),
    ),
  );
  app.use((request, response, next) => {
    const token = /\S+$/.exec(request.get('authorization') ?? '')?.[0] ?? '';
    const needed = SCOPES[request.path] ?? JOB_SCOPE;
    if (token !== tokenWithoutPermission && identity.isFor(token, needed)) {
      next();
      return;
    }
    const message = `The app lacks the permission ${needed}.`;
    envelope.sendError(response, 403, { code: 'Forbidden', field: '', message });
  });
};

/** According to practitioners, a list that the tenant may not read is answered with 404. */
const registerTenant = (app: Express, { jobs, envelope, options, clock, planner }: AvepointRoutes): void => {
  const { tenant } = options;
  app.use((request, response, next) => {
    if (tenant === 'elsewhere' || (tenant === 'unlicensed' && request.path !== LICENCE_PATH)) {
      const message = `There is nothing at ${request.path}.`;
      envelope.sendError(response, 404, { code: 'NotFound', field: '', message });
    } else next();
  });
  app.get(LICENCE_PATH, (_request, response) => {
    envelope.send(response, { data: renderLicence(tenant, jobs.truth().length) });
  });
  app.get(FREQUENCY_PATH, (_request, response) =>
    envelope.send(response, { data: renderFrequency(clock.now(), planner) }),
  );
  app.get(RETENTION_PATH, (_request, response) => envelope.send(response, { data: renderRetention() }));
};

const sendJob = ({ envelope, jobs }: AvepointRoutes, request: Request<{ jobId: string }>, response: Response): void => {
  const { jobId } = request.params;
  const job = jobs.job(jobId, readParameter(parametersOf(request), 'location'));
  if (job !== undefined) {
    envelope.send(response, { data: job });
    return;
  }
  const message = `The job '${jobId}' was not found.`;
  envelope.sendError(response, 404, { code: 'NotFound', field: 'jobId', message });
};

export const registerAvepointRoutes = (app: Express, routes: AvepointRoutes): void => {
  const { envelope } = routes;
  app.post(TOKEN_PATH, express.urlencoded({ extended: false }), routes.identity.requestToken);
  registerAccess(app, routes);
  registerTenant(app, routes);
  app.get([JOBS_PATH, ...FORMER_PATHS], (request, response) => {
    try {
      sendPage(routes, parseJobListQuery(parametersOf(request), routes.defaultPageSize), request, response);
    } catch (error) {
      if (!(error instanceof ParameterProblem)) throw error;
      envelope.sendError(response, 400, { code: 'InvalidParameter', field: error.field, message: error.message });
    }
  });
  for (const path of [JOBS_PATH, ...FORMER_PATHS]) {
    app.get(`${path}/:jobId`, (request: Request<{ jobId: string }>, response) => sendJob(routes, request, response));
  }
  app.use((request, response) => {
    const message = `There is nothing at ${request.path}.`;
    envelope.sendError(response, 404, { code: 'NotFound', field: '', message });
  });
};
