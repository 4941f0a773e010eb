import {
  jobNotFound,
  mapRows,
  nullWhenAbsent,
  runProbe,
  toJobContext,
  tryToken,
  unreadableAnswer,
} from '@crossvault/client-kit';
import type { CallOptions, Connector, ConnectorContext, JobList, JobRecord } from '@crossvault/core';
import type { ColdstoreClient } from './client.ts';
import { runMapper } from './map-run.ts';

const runs: JobList = { key: 'runs', order: 'newest-first', nativeFilters: ['startedAfter'] };

export function createColdstoreConnector(client: ColdstoreClient, context: ConnectorContext, url: string): Connector {
  const { connection, clock } = context;

  const listing = {
    name: 'list',
    run: async (call: CallOptions) => `${(await client.listRuns({ limit: 1 }, call)).rows?.length ?? 0} runs came.`,
  };

  async function readRun(id: string | undefined, call: CallOptions): Promise<JobRecord | null> {
    const answer = id === undefined ? null : await nullWhenAbsent(client.getRun(id, call));
    if (answer === null) return null;
    const result = runMapper.map({ get: answer.body }, toJobContext(context, runs.key));
    if (result.kind === 'job') return result.record;
    throw unreadableAnswer(connection, `The answer for the run ${id} is not a run.`);
  }

  return {
    vendor: 'coldstore',
    history: 'complete',
    addresses: [{ name: 'api', url }],
    condition: client.condition,
    jobLists: async () => [runs],
    async listJobs(list, { startedAfter }, { size, token }, call) {
      const since = startedAfter === null ? {} : { since: startedAfter };
      const after = token === null ? {} : { after: token };
      const { rows, next } = await client.listRuns({ limit: size, ...after, ...since }, call);
      if (rows === null) throw unreadableAnswer(connection, 'The answer has no runs.');
      return { ...mapRows(runMapper, rows, toJobContext(context, list.key)), withoutRun: 0, next, warnings: [] };
    },
    findJobs: async (nativeId, call) => ((await readRun(nativeId, call)) === null ? [] : [[nativeId]]),
    async getJob([id], call) {
      const record = await readRun(id, call);
      if (record === null) throw jobNotFound(connection, `run ${id}`);
      return record;
    },
    explainJob: runMapper.explain,
    mapJob: runMapper.map,
    mapperVersion: runMapper.version,
    probe: (call) => runProbe([tryToken(client.tokens, 'There is an API key.'), listing], { clock }, call),
    close: async () => undefined,
  };
}
