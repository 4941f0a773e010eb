import { type ConnectorContext, CrossvaultError } from '@crossvault/contract';
import { expect, test } from 'vitest';
import type { VeeamSpcClient } from '../client/client.ts';
import { parsePageToken, readAgents, toPageToken } from './agents.ts';

const call = { signal: new AbortController().signal };
const agentsNamed = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `agent-${index}`, name: `pc-${index}` }));

/** What is read from a console that answers pages of agents like this. */
async function readFrom(answer: (page: { readonly top: number; readonly skip: number }) => unknown) {
  const asked: number[] = [];
  const warnings: string[] = [];
  const context: ConnectorContext = {
    connection: 'console',
    fetch: () => Promise.reject(new Error('nothing may be sent here')),
    logger: { debug() {}, info() {}, warn: (_fields, message) => void warnings.push(message), error() {} },
    clock: { now: () => 0, sleep: () => Promise.reject(new Error('nothing may sleep here')) },
    random: () => 0.5,
    concurrency: 2,
  };
  const client: Pick<VeeamSpcClient, 'listAgents'> = {
    listAgents: async (page) => {
      asked.push(page.skip);
      return { body: answer(page), response: new Response() };
    },
  };
  const reading = await readAgents(client, context, call);
  return { reading, asked, warnings };
}

test.each([
  [0, [0]],
  [99, [0]],
  [100, [0, 100]],
  [101, [0, 100]],
  [205, [0, 100, 200]],
])('%i agents are read in pages that start at %j', async (count, skips) => {
  const all = agentsNamed(count);
  const { reading, asked } = await readFrom(({ top, skip }) => all.slice(skip, skip + top));
  expect(asked).toEqual(skips);
  expect(reading).toEqual({ agents: all, rejected: [], endedEarly: false });
});

test('a console that ignores $skip ends the reading early, with each agent once', async () => {
  const all = agentsNamed(100);
  const { reading, asked, warnings } = await readFrom(() => all);
  expect(asked).toEqual([0, 100]);
  expect(reading).toEqual({ agents: all, rejected: [], endedEarly: true });
  expect(warnings).toHaveLength(1);
});

test('a console that ignores $top has told all', async () => {
  const all = agentsNamed(130);
  const { reading, asked } = await readFrom(() => all);
  expect(asked).toEqual([0]);
  expect(reading).toEqual({ agents: all, rejected: [], endedEarly: false });
});

test('an agent that moved to the next page while reading is read once, whatever the casing of its id', async () => {
  const all = agentsNamed(100);
  const { reading } = await readFrom(({ skip }) => (skip === 0 ? all : [{ id: 'AGENT-99' }, { id: 'new' }]));
  expect(reading.agents).toEqual([...all, { id: 'new', name: null }]);
  expect(reading.endedEarly).toBe(false);
});

test('rows that are no agent or have no id are set aside', async () => {
  const { reading } = await readFrom(() => [{ name: 'nameless' }, 7, { id: 12, name: 3 }, { id: 'a', name: 5 }]);
  expect(reading.agents).toEqual([{ id: 'a', name: null }]);
  expect(reading.rejected).toEqual([
    { nativeId: 'nameless', reason: 'no-readable-id', value: { name: 'nameless' } },
    { nativeId: null, reason: 'not-an-object', value: 7 },
    { nativeId: null, reason: 'no-readable-id', value: { id: 12, name: 3 } },
  ]);
});

test('an answer that is no list cannot be read', async () => {
  await expect(readFrom(() => ({ data: [] }))).rejects.toMatchObject({ code: 'answer-unreadable', source: 'console' });
});

test('a page token holds the agents still to be read, and no other text is one', () => {
  const context = { connection: 'console' } as ConnectorContext;
  const agents = [
    { id: 'a', name: 'pc' },
    { id: 'b', name: null },
  ];
  expect(parsePageToken(toPageToken(agents) ?? '', context)).toEqual(agents);
  expect(toPageToken([])).toBeNull();
  for (const token of ['not ours', '[]', '[["id"]]', '{}', '']) {
    expect(() => parsePageToken(token, context)).toThrow(CrossvaultError);
  }
});
