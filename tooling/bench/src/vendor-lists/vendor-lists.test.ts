import { expect, test } from 'vitest';
import { avepoint } from './avepoint-list.ts';
import { veeamAzure } from './veeam-azure-list.ts';
import { toBenchmark } from './vendor-list.ts';
import { vspc } from './vspc-list.ts';

test.each([veeamAzure, vspc, avepoint])(
  'every candidate of $name reads all rows of the measured list, each time',
  async (list) => {
    const input = await list.makeList(130);
    for (const candidate of toBenchmark(list).candidates) {
      const work = await candidate.load(Buffer.from(input));
      expect([candidate.name, await work(), await work()]).toEqual([candidate.name, 130, 130]);
    }
  },
);
