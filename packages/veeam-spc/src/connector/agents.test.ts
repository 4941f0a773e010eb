import { createTestContext, silentLogger } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { CallsV2 } from '../client/calls-v2.ts';
import { readAgents } from './agents.ts';

const call = { signal: new AbortController().signal };
const agentsNamed = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `agent-${index}`, name: `pc-${index}` }));

/** What is read from a console that answers pages of agents like this. */
async function readFrom(answer: (page: { readonly top: number; readonly skip: number }) => unknown) {
  const asked: number[] = [];
  const warnings: string[] = [];
  const context = createTestContext({
    connection: 'console',
    logger: { ...silentLogger, warn: (_fields, message) => void warnings.push(message) },
  });
  const client: Pick<CallsV2, 'listAgents'> = {
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
  [99, [0, 99]],
  [100, [0, 100]],
  [101, [0, 100, 101]],
  [205, [0, 100, 200, 205]],
])('%i agents are read in pages that start at %j', async (count, skips) => {
  const all = agentsNamed(count);
  const { reading, asked } = await readFrom(({ top, skip }) => all.slice(skip, skip + top));
  expect(asked).toEqual(skips);
  expect(reading).toEqual({ agents: all, rejected: [], endedEarly: false });
});

test('a console that ignores $skip ends the reading early, with each agent once', async () => {
  const all = agentsNamed(100);
  const { reading, asked, warnings } = await readFrom(() => all);
  expect(asked).toEqual([0, 100, 100, 100]);
  expect(reading).toEqual({ agents: all, rejected: [], endedEarly: true });
  expect(warnings).toHaveLength(1);
});

test('a console that sends fewer than it is asked for loses no agent', async () => {
  const all = agentsNamed(75);
  const { reading, asked } = await readFrom(({ skip }) => all.slice(skip, skip + 30));
  expect(asked).toEqual([0, 30, 60, 75]);
  expect(reading).toEqual({ agents: all, rejected: [], endedEarly: false });
});

test('a short list that comes again may have lost agents, and reports it', async () => {
  const all = agentsNamed(30);
  const { reading, asked } = await readFrom(() => all);
  expect(asked).toEqual([0, 30, 30, 30]);
  expect(reading).toEqual({ agents: all, rejected: [], endedEarly: true });
});

test('a console that ignores $top has returned all rows', async () => {
  const all = agentsNamed(130);
  const { reading, asked } = await readFrom(() => all);
  expect(asked).toEqual([0]);
  expect(reading).toEqual({ agents: all, rejected: [], endedEarly: false });
});

test('an agent that moved to the next page while reading is read once, whatever the casing of its id', async () => {
  const all = agentsNamed(100);
  const moved = [{ id: 'AGENT-99' }, { id: 'new' }];
  const { reading } = await readFrom(({ skip }) => (skip === 0 ? all : moved.slice(skip - 100)));
  expect(reading.agents).toEqual([...all, { id: 'new', name: null }]);
  expect(reading.endedEarly).toBe(false);
});

test('rows that are no agent or have no id are rejected', async () => {
  const rows = [{ name: 'nameless' }, 7, { id: [12], name: 3 }, { id: 'a', name: [5] }];
  const { reading } = await readFrom(({ skip }) => rows.slice(skip));
  expect(reading.agents).toEqual([{ id: 'a', name: null }]);
  expect(reading.rejected).toEqual([
    { nativeId: 'nameless', reason: 'no-readable-id', value: { name: 'nameless' } },
    { nativeId: null, reason: 'not-an-object', value: 7 },
    { nativeId: '3', reason: 'no-readable-id', value: { id: [12], name: 3 } },
  ]);
});

test('an answer that is no list cannot be read', async () => {
  await expect(readFrom(() => ({ data: [] }))).rejects.toMatchObject({ code: 'answer-unreadable', source: 'console' });
});
