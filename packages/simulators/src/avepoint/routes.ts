import type { Express, Request, Response } from 'express';
import { requireBearer, type Tokens } from '../tokens.ts';
import type { AvepointJobs } from './avepoint-jobs.ts';
import type { Envelope } from './envelope.ts';
import { type JobListQuery, ParameterProblem, parseJobListQuery, readParameter } from './query.ts';

const PATH = '/backup/m365/cloudbackupjobs';

const UNAUTHORIZED = {
  missing: 'The request has no access token.',
  unknown: 'The access token is not valid.',
  expired: 'The access token has expired.',
} as const;

export type AvepointRoutes = {
  readonly jobs: AvepointJobs;
  readonly tokens: Tokens;
  /** A token that is good for other services than this one. */
  readonly tokenWithoutPermission: string;
  readonly envelope: Envelope;
  readonly defaultPageSize: number;
  /** Of the data center; links name it, whichever way the request came. */
  address(): string;
};

const parametersOf = (request: Request): URLSearchParams =>
  new URL(request.originalUrl, 'http://localhost').searchParams;

/** The same question for the next page. */
const nextLinkOf = (request: Request, address: string, pageIndex: number): string => {
  const others = [...parametersOf(request)].filter(([name]) => name.toLowerCase() !== 'pageindex');
  return `${address}${PATH}?${new URLSearchParams([...others, ['pageIndex', String(pageIndex)]])}`;
};

/** The total has one name in the vendor's table and another in its sample; the pages of a list take turns. */
const sendPage = (
  { envelope, jobs, address }: AvepointRoutes,
  query: JobListQuery,
  request: Request,
  response: Response,
) => {
  const { rows, total } = jobs.list(query);
  const count = query.pageIndex % 2 === 0 ? { totalCount: total } : { totalNumber: total };
  const isLast = (query.pageIndex + 1) * query.pageSize >= total;
  const nextLink = isLast ? '' : nextLinkOf(request, address(), query.pageIndex + 1);
  envelope.send(response, { data: rows, metadata: { ...count, nextLink } });
};

const registerAccess = (app: Express, { tokens, envelope, tokenWithoutPermission }: AvepointRoutes): void => {
  app.use(
    requireBearer(tokens, (verdict, _request, response) =>
      envelope.sendError(response, 401, { code: 'Unauthorized', field: '', message: UNAUTHORIZED[verdict] }),
    ),
  );
  app.use((request, response, next) => {
    if (request.get('authorization')?.endsWith(` ${tokenWithoutPermission}`) !== true) {
      next();
      return;
    }
    const message = 'The app lacks the permission microsoft365backup.jobInfo.read.all.';
    envelope.sendError(response, 403, { code: 'Forbidden', field: '', message });
  });
};

export const registerAvepointRoutes = (app: Express, routes: AvepointRoutes): void => {
  const { envelope, jobs } = routes;
  registerAccess(app, routes);
  app.get(PATH, (request, response) => {
    try {
      sendPage(routes, parseJobListQuery(parametersOf(request), routes.defaultPageSize), request, response);
    } catch (error) {
      if (!(error instanceof ParameterProblem)) throw error;
      envelope.sendError(response, 400, { code: 'InvalidParameter', field: error.field, message: error.message });
    }
  });
  app.get(`${PATH}/:jobId`, (request, response) => {
    const { jobId } = request.params;
    const job = jobs.job(jobId, readParameter(parametersOf(request), 'location'));
    if (job !== undefined) {
      envelope.send(response, { data: job });
      return;
    }
    const message = `The job '${jobId}' was not found.`;
    envelope.sendError(response, 404, { code: 'NotFound', field: 'jobId', message });
  });
  app.use((request, response) => {
    const message = `There is nothing at ${request.path}.`;
    envelope.sendError(response, 404, { code: 'NotFound', field: '', message });
  });
};
