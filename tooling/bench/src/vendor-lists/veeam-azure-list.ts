import { z } from 'zod';
import { readFleet } from './read-fleet.ts';
import { toBenchmark, type VendorList } from './vendor-list.ts';

const pageSchema = z.object({ results: z.array(z.unknown()) });

/** Beside the generated sessions there are documented ones, and some begin only later. */
const surplus = 200;

export const veeamAzure: VendorList = {
  name: 'veeam-azure-list',
  product: 'Veeam Backup for Microsoft Azure',
  rows: 'results',
  makeList: (rows) =>
    readFleet('veeam-azure', { jobs: rows + surplus }, async (ask) => {
      const { results } = pageSchema.parse(await ask('/api/v8.1/jobSessions?Offset=0&Limit=-1'));
      if (results.length < rows) throw new Error(`The fleet has only ${results.length} sessions.`);
      return Buffer.from(JSON.stringify({ offset: 0, totalCount: rows, results: results.slice(0, rows) }));
    }),
  async connect(context, token) {
    const { veeamAzure: definition } = await import('@crossvault/veeam-azure');
    const config = definition.configSchema.parse({
      name: context.connection,
      vendor: definition.id,
      baseUrl: 'https://vendor.example',
      credential: { type: 'token', token },
    });
    return definition.connect(config, context);
  },
};

export const veeamAzureList = toBenchmark(veeamAzure);
