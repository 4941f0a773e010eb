import { createFakeVendor, fakeConnections, jobsAt } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';

const left = () => createFakeVendor({ jobs: jobsAt('left', [1, 5, 9]) });
const start = () => startFacade(fakeConnections({ left: left() }));

describe('bad parameters are refused with what is allowed', () => {
  test.each([
    ['statu=failed', 'unknown-parameter', 'statu', 'Allowed are: connection, vendor, status, kind, target, plan'],
    ['Status=failed', 'unknown-parameter', 'Status', 'Allowed are: '],
    ['__proto__=1', 'unknown-parameter', '__proto__', 'Allowed are: '],
    ['constructor=1', 'unknown-parameter', 'constructor', 'Allowed are: '],
    ['=1', 'unknown-parameter', '', 'Allowed are: '],
    [
      'status=faild',
      'invalid-parameter',
      'status',
      'status: "faild" is not allowed; allowed is one of queued, running,',
    ],
    ['status=failed,Warning', 'invalid-parameter', 'status', '"Warning" is not allowed'],
    ['status=failed,', 'invalid-parameter', 'status', 'an empty value is not allowed; allowed is one of queued'],
    ['status=', 'invalid-parameter', 'status', 'an empty value'],
    ['status', 'invalid-parameter', 'status', 'an empty value'],
    ['connection=', 'invalid-parameter', 'connection', 'an empty value'],
    ['q=+', 'invalid-parameter', 'q', 'an empty value'],
    ['cursor=', 'invalid-parameter', 'cursor', 'an empty value'],
    ['kind=backups', 'invalid-parameter', 'kind', 'one of backup, snapshot'],
    ['trigger=cron', 'invalid-parameter', 'trigger', 'one of scheduled, manual, unknown'],
    ['problem=yes', 'invalid-parameter', 'problem', 'allowed is true or false'],
    ['problem=true,false', 'invalid-parameter', 'problem', 'allowed is true or false'],
    ['strict=1', 'invalid-parameter', 'strict', 'allowed is true or false'],
    ['sort=endedAt', 'invalid-parameter', 'sort', 'one of -startedAt, startedAt'],
    ['limit=0', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=501', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=-1', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=1.5', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=1e2', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=0x10', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=ten', 'invalid-parameter', 'limit', '"ten" is not allowed'],
    ['limit=5&limit=6', 'invalid-parameter', 'limit', 'given 2 times; allowed is once, a whole number from 1 to 500'],
    ['sort=startedAt&sort=startedAt', 'invalid-parameter', 'sort', 'given 2 times'],
    ['q=a&q=b', 'invalid-parameter', 'q', 'given 2 times'],
    ['include=raw,log', 'invalid-parameter', 'include', '"log" is not allowed; allowed is one of raw, tasks'],
    ['since=yesterday', 'invalid-parameter', 'since', '90s, 15m, 24h, 7d or 2w'],
    ['since=2026-01-10', 'invalid-parameter', 'since', 'RFC 3339 with a zone'],
    ['since=0h', 'invalid-parameter', 'since', '90s, 15m, 24h, 7d or 2w'],
    ['since=999999d', 'invalid-parameter', 'since', '90s, 15m, 24h, 7d or 2w'],
    ['startedAfter=2026-01-10', 'invalid-parameter', 'startedAfter', 'RFC 3339 with a zone'],
    ['startedAfter=2026-01-10T00:00:00', 'invalid-parameter', 'startedAfter', 'RFC 3339 with a zone'],
    ['startedAfter=2026-01-10T00:00:00+01:00', 'invalid-parameter', 'startedAfter', 'A plus sign is written %2B'],
    ['startedBefore=all', 'invalid-parameter', 'startedBefore', 'RFC 3339 with a zone'],
    ['startedBefore=2026-02-30T00:00:00Z', 'invalid-parameter', 'startedBefore', 'is not an instant'],
    ['connection=middle', 'invalid-parameter', 'connection', 'Configured: left'],
    ['vendor=acme', 'invalid-parameter', 'vendor', 'Configured: fake'],
    ['cursor=abc', 'invalid-cursor', 'cursor', 'page.next of the previous page'],
    ['sort=startedAt', 'sort-needs-window', 'sort', 'startedAfter'],
    ['q=%zz', 'invalid-parameter', 'q', 'is not percent-encoded UTF-8'],
    ['q=%ff', 'invalid-parameter', 'q', 'is not percent-encoded UTF-8'],
    [`q=${Array.from({ length: 51 }, (_, word) => `w${word}`).join('+')}`, 'invalid-parameter', 'q', 'at most 50'],
    ...['-', '%22', '%F0%9F%98%80', '%00', '%E2%80%8B', '%CC%81'].map((text): [string, string, string, string] => [
      `q=${text}`,
      'invalid-parameter',
      'q',
      'no letter and no digit',
    ]),
    [`q=${'x'.repeat(1001)}`, 'invalid-parameter', 'q', '1000 characters'],
    [`nativeId=${Array.from({ length: 101 }, (_, id) => id).join()}`, 'invalid-parameter', 'nativeId', 'at most 100'],
  ])('%s', async (query, code, parameter, detail) => {
    const facade = await start();
    const reply = await facade.ask(`/v1/jobs?${query}`);
    const problem = readProblem(reply);
    expect(problem).toMatchObject({ status: 400, code, parameter, retryable: false });
    expect(problem.detail).toContain(detail);
  });

  test('all problems of a request are named, and the first is the one to decide by', async () => {
    const facade = await start();
    const problem = readProblem(await facade.ask('/v1/jobs?limit=0&colour=red&since=soon&status=failed'));
    expect(problem).toMatchObject({ code: 'invalid-parameter', parameter: 'limit' });
    for (const named of ['limit: "0"', 'Unknown parameter "colour"', 'since: "soon"']) {
      expect(problem.detail).toContain(named);
    }
    expect(problem.detail).not.toContain('status:');
  });

  test('the number of reported problems is limited', async () => {
    const facade = await start();
    const many = Array.from({ length: 1000 }, (_, index) => `n${index}`);
    const values = readProblem(await facade.ask(`/v1/jobs?status=${many.join()}`));
    expect(values.detail.length).toBeLessThan(1000);
    const names = readProblem(await facade.ask(`/v1/jobs?${many.join('&')}`));
    expect(names.detail).toContain('And 980 more. Allowed are: connection');
  });

  test('a long value is not repeated whole', async () => {
    const facade = await start();
    const problem = readProblem(await facade.ask(`/v1/jobs?status=${'x'.repeat(5000)}`));
    expect(problem.detail.length).toBeLessThan(400);
  });

  test('a cursor of other filters is refused', async () => {
    const facade = await start();
    const { next } = (await facade.readPage('/v1/jobs?limit=2')).page;
    const problem = readProblem(await facade.ask(`/v1/jobs?limit=2&status=failed&cursor=${next}`));
    expect(problem).toMatchObject({ status: 400, code: 'cursor-mismatch', parameter: 'cursor' });
  });
});
