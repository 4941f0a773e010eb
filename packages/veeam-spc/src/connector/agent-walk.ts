import { mapRows } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, JobKey, ListPage } from '@crossvault/contract';
import type { CallsV2 } from '../client/calls-v2.ts';
import { type Agent, readAgents } from './agents.ts';
import { neverRan } from './job-answer.ts';
import { agentJobs, toAgentContext } from './job-contexts.ts';
import type { JobReader } from './job-reader.ts';
import { jobMapper } from './map-job.ts';
import { parsePageToken, toPageToken } from './position.ts';
import { readAgentJobs } from './read-agent-jobs.ts';
import { readJob } from './read-job.ts';

/** v2 knows jobs only by their agents: the list walks the agents. */
export function createAgentWalk(calls: CallsV2, context: ConnectorContext): JobReader {
  /** A page is as many agents as may be asked at once; the first page also finds out which agents there are. */
  async function readPage(token: string | null, call: CallOptions): Promise<ListPage> {
    const reading =
      token === null
        ? await readAgents(calls, context, call)
        : { agents: parsePageToken(token, context.connection), rejected: [], endedEarly: false };
    const batch = reading.agents.slice(0, context.concurrency);
    const others = reading.agents.slice(batch.length);
    const answers = await Promise.all(batch.map((agent) => readAgent(agent, call)));
    return {
      records: answers.flatMap(({ records }) => records),
      rejected: [reading, ...answers].flatMap(({ rejected }) => rejected),
      withoutRun: answers.reduce((sum, { withoutRun }) => sum + withoutRun, 0),
      next: others.length === 0 ? null : toPageToken(others),
      warnings: [reading, ...answers].some(({ endedEarly }) => endedEarly) ? ['list-ended-early'] : [],
    };
  }

  /** One agent's jobs, mapped; definitions that never ran are counted. */
  async function readAgent(agent: Agent, call: CallOptions) {
    const { rows, endedEarly } = await readAgentJobs(calls, context, agent.id, call);
    const runs = rows.filter((row) => !neverRan(row));
    const mapped = mapRows(jobMapper, runs, toAgentContext(context, agentJobs, agent));
    return { ...mapped, withoutRun: rows.length - runs.length, endedEarly };
  }

  async function findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]> {
    const keys: JobKey[] = [];
    let token: string | null = null;
    do {
      const page: ListPage = await readPage(token, call);
      const matches = page.records.filter(({ job }) => job.nativeId.toLowerCase() === nativeId.toLowerCase());
      keys.push(...matches.map(({ key }) => key));
      token = page.next;
    } while (token !== null);
    return keys;
  }

  return {
    list: agentJobs,
    listJobs: (_list, _query, page, call) => readPage(page.token, call),
    findJobs,
    getJob: (key, call) => readJob(calls, context, key, call),
  };
}
