import express, { type Express, type Request, type Response } from 'express';
import type { ActResult, SpcAct } from './acts.ts';
import { BASE, found, notFound, send } from './answers-v3.ts';
import type { AsyncActions, Outcome } from './async-actions.ts';
import { readJobPatch } from './json-patch.ts';
import { toErrorBody } from './sign-in.ts';
import type { SpcJobs } from './spc-jobs.ts';

const AGENT_JOB = `${BASE}/infrastructure/backupAgents/:system/:agentUid/jobs/:jobUid`;
const SERVER_JOB = `${BASE}/infrastructure/backupServers/jobs/:jobUid`;
const POLICY = `${BASE}/infrastructure/backupServers/publicCloud/policies/:policyUid`;

type ActsV3 = {
  readonly jobs: Pick<SpcJobs, 'agentActs' | 'agentJobV3' | 'servers' | 'policies'>;
  readonly actions: AsyncActions;
  readonly asyncWrites: boolean;
};

const refuse = (status: number, message: string): Outcome => ({
  status,
  body: toErrorBody(status, 'logical', { message }),
});

const toOutcome = (result: ActResult, what: string, data: unknown = {}): Outcome => {
  if (result.kind === 'done') return found(data);
  return result.kind === 'absent' ? notFound(what) : refuse(result.status, result.message);
};

/** Every act of a patch in its order; the first that is refused ends it. */
const actAll = (acts: readonly SpcAct[], act: (one: SpcAct) => ActResult): ActResult => {
  let result: ActResult = { kind: 'done' };
  for (const one of acts) {
    if (result.kind === 'done') result = act(one);
  }
  return result;
};

const BAD_PATCH = refuse(400, 'The patch is not valid: isEnabled and status can be changed.');

/** What v3 does to jobs and policies, at once or as an action that has the id of its request. */
export const registerActsV3 = (app: Express, { jobs, actions, asyncWrites }: ActsV3): void => {
  const answer = (request: Pick<Request, 'get'>, response: Response, name: string, outcome: Outcome): void => {
    if (asyncWrites) {
      const location = actions.begin(name, outcome, request.get('x-request-id'));
      response.status(202).set('location', location).end();
    } else send(response, outcome);
  };

  const actOnAgent = (
    { system, agentUid, jobUid }: { system: string; agentUid: string; jobUid: string },
    acts: readonly SpcAct[],
    showJob: boolean,
  ): Outcome => {
    const what = `Backup agent job '${jobUid}'`;
    if (jobs.agentJobV3(system, agentUid, jobUid) === undefined) return notFound(what);
    const result = actAll(acts, (act) => jobs.agentActs.act(agentUid, jobUid, act));
    return toOutcome(result, what, showJob ? jobs.agentJobV3(system, agentUid, jobUid) : {});
  };

  app.post(`${AGENT_JOB}/start`, (request, response) => {
    const full = request.query['activeFullBackup'] === 'true';
    answer(request, response, 'StartBackupAgentJob', actOnAgent(request.params, [{ kind: 'start', full }], false));
  });
  app.post(`${AGENT_JOB}/stop`, (request, response) =>
    answer(request, response, 'StopBackupAgentJob', actOnAgent(request.params, [{ kind: 'stop' }], false)),
  );
  app.delete(AGENT_JOB, (request, response) => {
    const { removeRestorePoints: said } = request.query;
    const act: SpcAct = { kind: 'remove', removeRestorePoints: said === 'true' };
    const outcome =
      said === 'true' || said === 'false'
        ? actOnAgent(request.params, [act], false)
        : refuse(400, 'removeRestorePoints is required.');
    answer(request, response, 'DeleteBackupAgentJob', outcome);
  });
  app.patch(AGENT_JOB, express.json(), (request, response) => {
    if (request.params.system !== 'windows') return send(response, refuse(405, 'The method is not allowed.'));
    const acts = readJobPatch(request.body);
    const outcome = acts === null ? BAD_PATCH : actOnAgent(request.params, acts, true);
    return answer(request, response, 'PatchWindowsBackupAgentJob', outcome);
  });

  const actOnServerJob = (jobUid: string, acts: readonly SpcAct[], showJob = false): Outcome => {
    const result = actAll(acts, (act) => jobs.servers.act(jobUid, act));
    return toOutcome(result, `Job '${jobUid}'`, showJob ? jobs.servers.row(jobUid) : {});
  };
  const serverActs: Readonly<Record<string, SpcAct>> = {
    start: { kind: 'start', full: false },
    stop: { kind: 'stop' },
    retry: { kind: 'retry' },
  };
  for (const [verb, act] of Object.entries(serverActs)) {
    app.post(`${SERVER_JOB}/${verb}`, (request, response) => {
      answer(request, response, `${verb}BackupServerJob`, actOnServerJob(request.params['jobUid'] ?? '', [act]));
    });
  }
  app.patch(SERVER_JOB, express.json(), (request, response) => {
    const acts = readJobPatch(request.body);
    const outcome = acts === null ? BAD_PATCH : actOnServerJob(request.params.jobUid, acts, true);
    answer(request, response, 'PatchBackupServerJob', outcome);
  });

  const policyActs: Readonly<Record<string, SpcAct>> = {
    start: { kind: 'start', full: false },
    stop: { kind: 'stop' },
    enable: { kind: 'switch', enabled: true },
    disable: { kind: 'switch', enabled: false },
  };
  for (const [verb, act] of Object.entries(policyActs)) {
    app.post(`${POLICY}/${verb}`, (request, response) => {
      const policyUid = request.params['policyUid'] ?? '';
      answer(request, response, `${verb}Policy`, toOutcome(jobs.policies.act(policyUid, act), `Policy '${policyUid}'`));
    });
  }
};
