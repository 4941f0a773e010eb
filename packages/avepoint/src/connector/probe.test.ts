import { CrossvaultError } from '@crossvault/contract';
import { expect, test } from 'vitest';
import type { AvepointClient } from '../client/client.ts';
import { probe } from './probe.ts';

const call = { signal: new AbortController().signal };

/** A clock that moves by 5 ms whenever it is asked. */
function tickingClock() {
  let now = 0;
  return { now: () => (now += 5), sleep: async () => undefined };
}
function subjectWith(listJobs: AvepointClient['listJobs'], locations: readonly string[] = ['']) {
  const unused = () => Promise.reject(new Error('not asked for'));
  const client = { listUrl: 'https://graph-us.example/jobs', listJobs, followList: unused, getJob: unused };
  return { source: { client, connection: 'm365' }, tokens: { get: async () => 't' }, locations, clock: tickingClock() };
}
const answer = async (data: readonly unknown[]) => ({ body: { statusCode: 200, data }, response: new Response() });

test('a connection that answers is told step by step', async () => {
  expect(
    await probe(
      subjectWith(() => answer([{}])),
      call,
    ),
  ).toEqual({
    ok: true,
    steps: [
      { name: 'token', ok: true, detail: 'There is a token.', code: null, durationMs: 5 },
      { name: 'list', ok: true, detail: 'The list answers.', code: null, durationMs: 5 },
    ],
    deniedFields: [],
  });
});

test('the smallest page of every location is asked for, and an empty one is named', async () => {
  const asked: unknown[] = [];
  const subject = subjectWith(
    (query) => {
      asked.push(query);
      return answer(query.location === 'NAM' ? [{}] : []);
    },
    ['NAM', 'EUR'],
  );
  const report = await probe(subject, call);
  expect(report.steps[1]).toMatchObject({ ok: true, detail: expect.stringMatching(/no job in EUR\..*Multi-Geo/) });
  expect(asked).toEqual(['NAM', 'EUR'].map((location) => ({ jobType: 0, location, pageIndex: 0, pageSize: 1 })));
});

test('a list that does not answer says what to do, and nothing is thrown', async () => {
  const error = new CrossvaultError({ code: 'source-not-found', message: 'The source answered 404.' });
  const report = await probe(
    subjectWith(() => Promise.reject(error)),
    call,
  );
  expect(report).toMatchObject({
    ok: false,
    steps: [
      { ok: true },
      { ok: false, code: 'source-not-found', detail: expect.stringMatching(/region.*scope.*licence/) },
    ],
  });
});

test('without a token nothing else is tried', async () => {
  const subject = { ...subjectWith(() => answer([])), tokens: { get: () => Promise.reject(new Error('no token')) } };
  expect(await probe(subject, call)).toMatchObject({
    ok: false,
    steps: [{ name: 'token', ok: false, detail: 'no token' }],
  });
});
