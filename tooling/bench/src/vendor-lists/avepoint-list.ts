import { z } from 'zod';
import { readFleet, readRows } from './read-fleet.ts';
import { toBenchmark, type VendorList } from './vendor-list.ts';

const pageSchema = z.looseObject({ data: z.array(z.unknown()) });
const pageSize = 100;
/** Beside the generated jobs there are documented ones, and some begin only later. */
const surplus = 200;

export const avepoint: VendorList = {
  name: 'avepoint-list',
  product: 'AvePoint Cloud Backup for Microsoft 365',
  rows: 'data',
  makeList: (rows) =>
    readFleet('avepoint', { jobs: rows + surplus }, async (ask) => {
      const readPage = async (index: number) =>
        pageSchema.parse(await ask(`/backup/m365/cloudbackupjobs?pageSize=${pageSize}&pageIndex=${index}`));
      const envelope = await readPage(0);
      const data = await readRows(rows, async (offset) => (await readPage(offset / pageSize)).data);
      return Buffer.from(JSON.stringify({ ...envelope, data, metadata: { totalCount: rows, nextLink: '' } }));
    }),
  async connect(context, token) {
    const { avepoint: definition } = await import('@crossvault/avepoint');
    const config = definition.configSchema.parse({
      name: context.connection,
      vendor: definition.id,
      baseUrl: 'https://vendor.example',
      credential: { type: 'token', token },
    });
    return definition.connect(config, context);
  },
  /** The types of jobs are in no row. A store remembers them, so that no further lists are read. */
  remembered: { jobType: '1' },
};

export const avepointList = toBenchmark(avepoint);
