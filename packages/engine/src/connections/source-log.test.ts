import { CrossvaultError, type SourceReport, toProblem } from '@crossvault/core';
import { silentLogger } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createTroubleLog } from './source-log.ts';

const problemOf = (code: 'source-error' | 'source-timeout') => toProblem(new CrossvaultError({ code, message: 'No.' }));

function report(connection: string, problem: SourceReport['problem']): SourceReport {
  return {
    connection,
    vendor: 'fake',
    status: problem === null ? 'ok' : 'stale',
    count: 0,
    asOf: null,
    window: { startedAfter: null, startedBefore: null },
    rejected: { count: 0, items: [] },
    withoutRun: 0,
    warnings: [],
    problem,
    retryAfterSeconds: null,
    caughtUp: false,
  };
}

test('a source that fails is one warning until its state changes, however many requests find it so', () => {
  const lines: string[] = [];
  const log = createTroubleLog({
    ...silentLogger,
    warn: (fields) => void lines.push(`warn ${JSON.stringify(fields)}`),
    info: (fields) => void lines.push(`info ${JSON.stringify(fields)}`),
  });
  const states = [null, problemOf('source-error'), problemOf('source-error'), problemOf('source-timeout'), null, null];
  for (const problem of states) {
    for (let request = 0; request < 3; request += 1) log({ sources: [report('a', problem), report('b', null)] });
  }
  expect(lines).toEqual([
    'warn {"connection":"a","status":"stale","code":"source-error"}',
    'warn {"connection":"a","status":"stale","code":"source-timeout"}',
    'info {"connection":"a","status":"ok"}',
  ]);
});
