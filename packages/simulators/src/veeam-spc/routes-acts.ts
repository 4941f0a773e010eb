import type { Express, Request, Response } from 'express';
import type { ActResult, SpcAct } from './acts.ts';
import { sendSpcError } from './sign-in.ts';
import type { SpcJobs } from './spc-jobs.ts';

const JOB = '/v2/backupAgents/:agentId/jobs/:jobId';

type JobRequest = Request<{ agentId: string; jobId: string }>;

const sendResult = (response: Response, jobId: string, result: ActResult, sentence: string): void => {
  if (result.kind === 'done') response.json(sentence);
  else if (result.kind === 'absent') {
    sendSpcError(response, 404, 'logical', { message: `Backup agent job '${jobId}' was not found.` });
  } else sendSpcError(response, result.status, 'logical', { message: result.message });
};

/** What v2 does to a job of an agent; its answers are sentences. */
export const registerActs = (app: Express, { agentActs }: Pick<SpcJobs, 'agentActs'>): void => {
  const perform =
    (toAct: (request: JobRequest) => SpcAct, sentence: string) =>
    (request: JobRequest, response: Response): void => {
      const { agentId, jobId } = request.params;
      sendResult(response, jobId, agentActs.act(agentId, jobId, toAct(request)), sentence);
    };

  app.post(
    `${JOB}/start`,
    perform(() => ({ kind: 'start', full: false }), 'Backup job has been started.'),
  );
  app.post(
    `${JOB}/stop`,
    perform(() => ({ kind: 'stop' }), 'Backup job has been stopped.'),
  );
  app.post(
    `${JOB}/update`,
    perform(
      ({ query }) => ({ kind: 'update', allowLicenseEscalate: query['allowLicenseEscalate'] === 'true' }),
      'Backup job has been updated.',
    ),
  );
  app.delete(
    `${JOB}/delete`,
    perform(() => ({ kind: 'remove', removeRestorePoints: null }), 'Backup job has been deleted.'),
  );
};
