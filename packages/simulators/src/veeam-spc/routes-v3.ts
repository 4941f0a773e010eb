import type { Express, Request } from 'express';
import { requireBearer, type Tokens } from '../http/tokens.ts';
import { BASE, found, notFound, send } from './answers-v3.ts';
import type { AsyncActions, Outcome } from './async-actions.ts';
import { QueryProblem } from './query.ts';
import { answerList } from './query-v3.ts';
import { registerActsV3 } from './routes-acts-v3.ts';
import { sendSpcError, toErrorBody, UNAUTHORIZED } from './sign-in.ts';
import type { SpcJobs } from './spc-jobs.ts';

const PAGE_SIZE = 100;

export type RoutesV3 = {
  readonly jobs: SpcJobs;
  readonly tokens: Tokens;
  readonly actions: AsyncActions;
  readonly user: { readonly userName: string; readonly role: string };
  readonly pageSize: number | undefined;
  /** Every so many lists is handed over to an action; undefined: none. */
  readonly asyncEvery: number | undefined;
  /** Whether every change is. */
  readonly asyncWrites: boolean;
};

const registerLists = (app: Express, { jobs, actions, pageSize, asyncEvery }: RoutesV3): void => {
  let asked = 0;

  const answer = (request: Request, rows: readonly unknown[]): Outcome => {
    const { searchParams } = new URL(request.originalUrl, 'http://localhost');
    try {
      return { status: 200, body: answerList(rows, searchParams, pageSize ?? PAGE_SIZE) };
    } catch (error) {
      if (!(error instanceof QueryProblem)) throw error;
      const { message, parameterName } = error;
      return { status: 400, body: toErrorBody(400, 'logical', { message, parameterName }) };
    }
  };

  const serve = (path: string, name: string, rows: () => readonly unknown[]): void => {
    app.get(`${BASE}${path}`, (request, response) => {
      asked += 1;
      const outcome = answer(request, rows());
      if (asyncEvery === undefined || asked % asyncEvery !== 0) return send(response, outcome);
      response.status(202).set('location', actions.begin(name, outcome)).end();
    });
  };

  serve('/infrastructure/backupAgents', 'GetBackupAgents', jobs.agentsV3);
  serve('/organizations', 'GetOrganizations', jobs.organizationsV3);
  serve('/infrastructure/backupAgents/jobs', 'GetBackupAgentJobs', jobs.agentJobsV3);
  serve('/infrastructure/backupServers/jobs', 'GetBackupServerJobs', jobs.servers.rows);
  serve('/infrastructure/backupServers/publicCloud/policies', 'GetPublicCloudPolicies', jobs.policies.rows);
};

const registerSingles = (app: Express, { jobs, actions, user }: RoutesV3): void => {
  app.get(`${BASE}/about`, (_request, response) => {
    send(response, found({ installationId: '0c0ffee0-0000-4000-8000-0000000000bb', serverVersion: '9.1.0.30345' }));
  });
  app.get(`${BASE}/users/me`, (_request, response) => {
    send(
      response,
      found({
        instanceUid: '0c0ffee0-0000-4000-8000-0000000000aa',
        status: 'Enabled',
        mfaPolicyStatus: 'Disabled',
        profile: {
          firstName: 'Svc',
          lastName: 'Crossvault',
          title: 'Unknown',
          email: null,
          address: null,
          phone: null,
        },
        ...user,
      }),
    );
  });
  app.get(
    `${BASE}/infrastructure/backupAgents/:system/:agentUid/jobs/:jobUid`,
    ({ params: { system, agentUid, jobUid } }, response) => {
      const job = jobs.agentJobV3(system, agentUid, jobUid);
      send(response, job === undefined ? notFound(`Backup agent job '${jobUid}'`) : found(job));
    },
  );
  app.get(`${BASE}/infrastructure/backupServers/jobs/:jobUid`, ({ params: { jobUid } }, response) => {
    const job = jobs.servers.row(jobUid);
    send(response, job === undefined ? notFound(`Job '${jobUid}'`) : found(job));
  });
  app.get(
    `${BASE}/infrastructure/backupServers/publicCloud/policies/:policyUid`,
    ({ params: { policyUid } }, response) => {
      const policy = jobs.policies.row(policyUid);
      send(response, policy === undefined ? notFound(`Policy '${policyUid}'`) : found(policy));
    },
  );
  app.get(`${BASE}/asyncActions/:actionId`, ({ params: { actionId } }, response) => {
    const action = actions.describe(actionId);
    send(response, action === undefined ? notFound(`Async action '${actionId}'`) : found(action));
  });
  app.get(`${BASE}/asyncActions/:actionId/result`, ({ params: { actionId } }, response) => {
    send(response, actions.result(actionId) ?? notFound(`Result of the async action '${actionId}'`));
  });
};

/** Everything of v3 but its token endpoint. */
export const registerSpcRoutesV3 = (app: Express, options: RoutesV3): void => {
  app.use(
    BASE,
    requireBearer(options.tokens, (verdict, _request, response) =>
      sendSpcError(response, 401, 'security', { message: UNAUTHORIZED[verdict] }),
    ),
  );
  registerLists(app, options);
  registerSingles(app, options);
  registerActsV3(app, options);
};
