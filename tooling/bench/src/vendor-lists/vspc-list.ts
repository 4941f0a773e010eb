import { z } from 'zod';
import { readFleet, readRows } from './read-fleet.ts';
import { toBenchmark, type VendorList } from './vendor-list.ts';

const pageSchema = z.object({ data: z.array(z.unknown()) });
const agentJobs = '/api/v3/infrastructure/backupAgents/jobs';

const toAnswer = (data: readonly unknown[]) => ({
  meta: { pagingInfo: { total: data.length, count: data.length, offset: 0 } },
  data,
  errors: null,
});

export const vspc: VendorList = {
  name: 'vspc-list',
  product: 'Veeam Service Provider Console',
  rows: 'data',
  makeList: (rows) =>
    readFleet('veeam-spc', { jobs: rows * 2, veeamSpc: { apiVersion: 'v3' } }, async (ask) => {
      const readPage = async (offset: number) =>
        pageSchema.parse(await ask(`${agentJobs}?limit=500&offset=${offset}`)).data;
      return Buffer.from(JSON.stringify(toAnswer(await readRows(rows, readPage))));
    }),
  async connect(context, token) {
    const { veeamSpc: definition } = await import('@crossvault/veeam-spc');
    const config = definition.configSchema.parse({
      name: context.connection,
      vendor: definition.id,
      apiVersion: 'v3',
      baseUrl: 'https://vendor.example',
      credential: { type: 'token', token },
    });
    return definition.connect(config, context);
  },
  /** The measured console has no backup server, and its agents no names. */
  otherAnswer: ({ pathname }) => (pathname === agentJobs ? undefined : toAnswer([])),
};

export const vspcList = toBenchmark(vspc);
