import type {
  CallOptions,
  Connector,
  ConnectorContext,
  JobContext,
  JobKey,
  JobRecord,
  ListPage,
  PageRequest,
  Rejection,
} from '@crossvault/contract';
import { createVeeamSpcClient } from '../client/client.ts';
import type { VeeamSpcConfig } from '../config.ts';
import { parsePageToken, readAgents, toPageToken } from './agents.ts';
import { agentJobs, toJobContext } from './job-context.ts';
import { jobMapper, neverRan } from './map-job.ts';
import { probeConsole } from './probe.ts';
import { readAgentJobs } from './read-agent-jobs.ts';
import { readJob } from './read-job.ts';

/** The jobs of one agent, with what the mapper has to know beside them. */
interface AgentAnswer {
  readonly rows: readonly unknown[];
  readonly context: JobContext;
}

export function createVeeamSpcConnector(config: VeeamSpcConfig, context: ConnectorContext): Connector {
  const client = createVeeamSpcClient(config, context);

  /** A page is as many agents as may be asked at once; the first page also finds out which agents there are. */
  async function listJobs(page: PageRequest, call: CallOptions): Promise<ListPage> {
    const reading =
      page.token === null
        ? await readAgents(client, context, call)
        : { agents: parsePageToken(page.token, context), rejected: [], endedEarly: false };
    const batch = reading.agents.slice(0, context.concurrency);
    const answers = await Promise.all(
      batch.map(async (agent) => ({
        ...(await readAgentJobs(client, context, agent.id, call)),
        context: toJobContext(agent, context),
      })),
    );
    const mapped = mapAnswers(answers);
    return {
      ...mapped,
      rejected: [...reading.rejected, ...mapped.rejected],
      next: toPageToken(reading.agents.slice(batch.length)),
      warnings: [reading, ...answers].some(({ endedEarly }) => endedEarly) ? ['list-ended-early'] : [],
    };
  }

  async function findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]> {
    const keys: JobKey[] = [];
    let token: string | null = null;
    do {
      const page: ListPage = await listJobs({ size: context.concurrency, token }, call);
      const matches = page.records.filter(({ job }) => job.nativeId.toLowerCase() === nativeId.toLowerCase());
      keys.push(...matches.map(({ key }) => key));
      token = page.next;
    } while (token !== null);
    return keys;
  }

  return Object.freeze({
    vendor: 'veeam-spc',
    history: 'sampled',
    jobLists: async () => [agentJobs],
    listJobs: (_list, _query, page, call) => listJobs(page, call),
    findJobs,
    getJob: (key, call) => readJob(client, context, key, call),
    explainJob: jobMapper.explain,
    probe: (call) => probeConsole(client, context, call),
    close: async () => undefined,
  } satisfies Connector);
}

function mapAnswers(answers: readonly AgentAnswer[]): Pick<ListPage, 'records' | 'rejected' | 'withoutRun'> {
  const records: JobRecord[] = [];
  const rejected: Rejection[] = [];
  let withoutRun = 0;
  for (const { row, context } of answers.flatMap(({ rows, context }) => rows.map((row) => ({ row, context })))) {
    if (neverRan(row)) {
      withoutRun += 1;
      continue;
    }
    const result = jobMapper.map({ list: row }, context);
    if (result.kind === 'job') records.push(result.record);
    else rejected.push(result.rejection);
  }
  return { records, rejected, withoutRun };
}
