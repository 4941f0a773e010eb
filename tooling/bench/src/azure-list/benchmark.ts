import type { Benchmark } from '../benchmark.ts';
import { azureSdk } from './azure-sdk.ts';
import { clientKit } from './client-kit.ts';
import { connector } from './connector.ts';
import { makeList } from './make-list.ts';

const listLength = (body: { readonly value: readonly unknown[] }): number => body.value.length;

export const azureList: Benchmark = {
  name: 'azure-list',
  title: 'An Azure list answer, from its bytes to what a caller gets.',
  makeInput: makeList,
  candidates: [
    {
      name: 'JSON.parse',
      load: async (input) => async () => listLength(JSON.parse(input.toString('utf8'))),
    },
    clientKit,
    connector,
    azureSdk,
  ],
  aims: [
    { candidate: 'connector', against: 'JSON.parse', most: 3 },
    // One and a half times faster than Microsoft's own client.
    { candidate: 'connector', against: '@azure/arm-recoveryservicesbackup', most: 0.67 },
  ],
};
