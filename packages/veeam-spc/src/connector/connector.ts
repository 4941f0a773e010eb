import { mapRows } from '@crossvault/client-kit';
import type {
  CallOptions,
  Connector,
  ConnectorContext,
  JobKey,
  JobList,
  ListPage,
  ListQuery,
  PageRequest,
} from '@crossvault/contract';
import { createVeeamSpcClient } from '../client/client.ts';
import type { VeeamSpcConfig } from '../config.ts';
import { agentJobs, toAgentContext } from './agent-context.ts';
import { type Agent, readAgents } from './agents.ts';
import { neverRan } from './job-answer.ts';
import { toDefinitionKey } from './key.ts';
import { jobMapper } from './map-job.ts';
import { parsePageToken, toPageToken } from './position.ts';
import { probeConnection } from './probe.ts';
import { readAgentJobs } from './read-agent-jobs.ts';
import { readJob } from './read-job.ts';

export function createVeeamSpcConnector(config: VeeamSpcConfig, context: ConnectorContext): Connector {
  const client = createVeeamSpcClient(config, context);

  /** A page is as many agents as may be asked at once; the first page also finds out which agents there are. */
  async function readPage(token: string | null, call: CallOptions): Promise<ListPage> {
    const reading =
      token === null
        ? await readAgents(client, context, call)
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
    const { rows, endedEarly } = await readAgentJobs(client, context, agent.id, call);
    const runs = rows.filter((row) => !neverRan(row));
    const mapped = mapRows(jobMapper, runs, toAgentContext(context, agent));
    return { ...mapped, withoutRun: rows.length - runs.length, endedEarly };
  }

  const listJobs = (_list: JobList, _query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage> =>
    readPage(page.token, call);

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

  return Object.freeze({
    vendor: 'veeam-spc',
    history: 'sampled',
    addresses: [{ name: 'api', url: config.baseUrl }],
    condition: client.condition,
    jobLists: async () => [agentJobs],
    listJobs,
    findJobs,
    getJob: (key, call) => readJob(client, context, key, call),
    explainJob: jobMapper.explain,
    mapJob: jobMapper.map,
    mapperVersion: jobMapper.version,
    definitionOf: toDefinitionKey,
    probe: (call) => probeConnection({ client }, context, call),
    close: async () => undefined,
  } satisfies Connector);
}
