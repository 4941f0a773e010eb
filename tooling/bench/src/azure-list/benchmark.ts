import type { Benchmark } from '../benchmark.ts';
import { azureSdk } from './azure-sdk.ts';
import { clientKit } from './client-kit.ts';
import { connector } from './connector.ts';
import { makeList } from './make-list.ts';

const jobs = 10_000;

const listLength = (body: { readonly value: readonly unknown[] }): number => body.value.length;

export const azureList: Benchmark = {
  name: 'azure-list',
  title: 'An Azure list answer of 10,000 jobs, from its bytes to what a caller gets.',
  expected: jobs,
  makeInput: () => makeList(jobs),
  candidates: [
    {
      name: 'JSON.parse',
      load: async (input) => async () => listLength(JSON.parse(input.toString('utf8'))),
    },
    clientKit,
    connector,
    azureSdk,
  ],
};
