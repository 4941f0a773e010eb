import type { Express, Request, Response } from 'express';
import { requireBearer, type Tokens } from '../http/tokens.ts';
import { applyListQuery, parseListQuery, QueryProblem } from './query.ts';
import { registerActs } from './routes-acts.ts';
import { registerLogOut, sendSpcError, UNAUTHORIZED } from './sign-in.ts';
import type { SpcJobs } from './spc-jobs.ts';

const AGENT_PROPERTIES = [
  'id',
  'name',
  'version',
  'companyId',
  'locationId',
  'scheduleDisabled',
  'successJobsCount',
  'totalJobsCount',
  'successfulPercentage',
  'isReadOnlyMode',
  'guiMode',
  'vawPlatform',
  'cloudCopy',
  'lastModified',
  'lastModificationDoneBy',
  'operationMode',
  'operationModeId',
];

const JOB_PROPERTIES = [
  'id',
  'name',
  'description',
  'lastSessionStatus',
  'lastSessionStatusId',
  'operationMode',
  'operationModeId',
  'destination',
  'restorePoints',
  'backupSize',
  'scheduleType',
  'lastRun',
  'lastModified',
  'lastModificationDoneBy',
  'freeSpace',
  'avgDuration',
  'lastDuration',
  'backupMode',
  'backupModeId',
  'targetType',
  'disabled',
  'failureMessage',
  'cloudConnectAgentUid',
  'backupPolicyId',
  'backupPolicyName',
  'backupPolicyStatus',
  'nextRun',
];

const sendNotFound = (response: Response, what: string): void =>
  sendSpcError(response, 404, 'logical', { message: `${what} was not found.` });

/** Without `$top` the whole list comes, for a page size of the vendor's own is not documented. */
const sendList = (
  request: Request,
  response: Response,
  rows: readonly unknown[],
  list: { readonly properties: readonly string[]; readonly defaultTop: number },
): void => {
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  try {
    response.json(applyListQuery(rows, parseListQuery(searchParams, list)));
  } catch (error) {
    if (!(error instanceof QueryProblem)) throw error;
    sendSpcError(response, 400, 'logical', { message: error.message, parameterName: error.parameterName });
  }
};

export const registerSpcRoutes = (
  app: Express,
  { jobs, tokens, pageSize }: { jobs: SpcJobs; tokens: Tokens; pageSize: number | undefined },
): void => {
  const defaultTop = pageSize ?? Number.MAX_SAFE_INTEGER;
  app.use(
    '/v2',
    requireBearer(tokens, (verdict, _request, response) =>
      sendSpcError(response, 401, 'security', { message: UNAUTHORIZED[verdict] }),
    ),
  );
  registerLogOut(app, tokens);
  app.get('/v2/backupAgents', (request, response) =>
    sendList(request, response, jobs.agents(), { properties: AGENT_PROPERTIES, defaultTop }),
  );
  app.get('/v2/backupAgents/:agentId', ({ params }, response) => {
    const agent = jobs.agent(params.agentId);
    if (agent === undefined) sendNotFound(response, `Backup agent '${params.agentId}'`);
    else response.json(agent);
  });
  app.get('/v2/backupAgents/:agentId/jobs', (request, response) => {
    const rows = jobs.jobsOf(request.params.agentId);
    if (rows === undefined) sendNotFound(response, `Backup agent '${request.params.agentId}'`);
    else sendList(request, response, rows, { properties: JOB_PROPERTIES, defaultTop });
  });
  app.get('/v2/backupAgents/:agentId/jobs/:jobId', ({ params }, response) => {
    const job = jobs.job(params.agentId, params.jobId);
    if (job === undefined) sendNotFound(response, `Backup agent job '${params.jobId}'`);
    else response.json(job);
  });
  registerActs(app, jobs);
  app.use((request, response) => sendNotFound(response, `The resource '${request.path}'`));
};
