import { mapRows } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, JobKey, ListPage } from '@crossvault/core';
import type { CallsV2 } from '../client/calls-v2.ts';
import { neverRan } from '../mapping/job-answer.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { mapPlanRow } from '../mapping/map-plan.ts';
import { type Agent, readAgents } from './agents.ts';
import { createComputersV2 } from './computers.ts';
import { agentJobs, toAgentContext } from './job-contexts.ts';
import type { JobReader } from './job-reader.ts';
import { toPage } from './plan-list-v3.ts';
import { parsePageToken, toPageToken } from './position.ts';
import { readAgentJobs } from './read-agent-jobs.ts';
import { readJob } from './read-job.ts';
import { createPlanReader } from './read-plan.ts';

/** v2 knows jobs only by their agents: the list walks the agents. */
export function createAgentWalk(calls: CallsV2, context: ConnectorContext): JobReader {
  /** A page is as many agents as may be asked at once; the first page also finds out which agents there are. */
  async function walk<Mapped>(
    token: string | null,
    map: (agent: Agent, rows: readonly unknown[]) => Mapped,
    call: CallOptions,
  ) {
    const reading =
      token === null
        ? await readAgents(calls, context, call)
        : { agents: parsePageToken(token, context.connection), rejected: [], endedEarly: false };
    const batch = reading.agents.slice(0, context.concurrency);
    const others = reading.agents.slice(batch.length);
    const answers = await Promise.all(
      batch.map(async (agent) => {
        const { rows, endedEarly } = await readAgentJobs(calls, context, agent.id, call);
        return { mapped: map(agent, rows), endedEarly };
      }),
    );
    return {
      mapped: answers.map(({ mapped }) => mapped),
      rejected: reading.rejected,
      next: others.length === 0 ? null : toPageToken(others),
      endedEarly: [reading, ...answers].some(({ endedEarly }) => endedEarly),
    };
  }

  /** One agent's jobs, mapped; definitions that never ran are counted. */
  function mapJobs(agent: Agent, rows: readonly unknown[]) {
    const runs = rows.filter((row) => !neverRan(row));
    return {
      ...mapRows(jobMapper, runs, toAgentContext(context, agentJobs, agent)),
      withoutRun: rows.length - runs.length,
    };
  }

  async function readPage(token: string | null, call: CallOptions): Promise<ListPage> {
    const { mapped, rejected, next, endedEarly } = await walk(token, mapJobs, call);
    return {
      records: mapped.flatMap(({ records }) => records),
      rejected: [...rejected, ...mapped.flatMap((one) => one.rejected)],
      withoutRun: mapped.reduce((sum, { withoutRun }) => sum + withoutRun, 0),
      next,
      warnings: endedEarly ? ['list-ended-early'] : [],
    };
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
    items: createComputersV2(calls, context),
    getJob: (key, call) => readJob(calls, context, key, call),
    plans: {
      async list({ token }, call) {
        const mapPlans = (agent: Agent, rows: readonly unknown[]) =>
          rows.map((row) => mapPlanRow(row, toAgentContext(context, agentJobs, agent), 'v2'));
        const { mapped, rejected, next, endedEarly } = await walk(token, mapPlans, call);
        return toPage([...rejected.map((rejection) => ({ rejection })), ...mapped.flat()], next, endedEarly);
      },
      read: createPlanReader(calls, context),
    },
  };
}
