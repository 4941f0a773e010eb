import { CrossvaultError, problemSchema } from '@crossvault/core';
import { createFakeVendor, jobsAt } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { faultyConnection, openConnections, withMembers } from '../../testing/fake-runtime.ts';
import { halfBroken, listJobs, unreachable } from '../../testing/list-jobs.ts';
import { runCrossvault } from '../../testing/run-crossvault.ts';

const notAllowed = new CrossvaultError({ code: 'secret-missing', message: 'crossvault.yaml:4: no secret.' });

test('the other sources are listed, the exit code is 6, and the failure is reported', async () => {
  const { exitCode, out, err } = await listJobs(halfBroken(1, 2));
  expect(exitCode).toBe(6);
  expect(out).toMatch(/a-1[\s\S]*a-0/);
  expect(err).toContain('crossvault: b (fake) failed: Nothing listens at b.example. [source-unreachable]\n');
});

test.each(['json', 'ndjson'])('as %s there is one problem on stderr beside the data', async (form) => {
  const { exitCode, out, err } = await listJobs(halfBroken(1), '-o', form);
  expect(exitCode).toBe(6);
  expect(out).toContain('a-0');
  const problem = problemSchema.loose().parse(JSON.parse(err));
  expect(problem).toMatchObject({
    code: 'sources-incomplete',
    title: 'Not every source answered in full',
    complete: false,
    sources: [{ status: 'ok' }, { status: 'failed', problem: { code: 'source-unreachable' } }],
  });
});

test.each([['table'], ['ndjson'], ['ndjson', '--all']])('with --strict nothing is listed (%s %s)', async (...flags) => {
  const [form = '', ...more] = flags;
  const { exitCode, out, err } = await listJobs(halfBroken(1), '-o', form, ...more, '--strict');
  expect({ exitCode, out }).toEqual({ exitCode: 6, out: '' });
  expect(err).toContain('source-unreachable');
});

test('when no source answers nothing is listed, and each reason is reported', async () => {
  const { exitCode, out, err } = await listJobs({ b: createFakeVendor({ failure: unreachable }) });
  expect({ exitCode, out }).toEqual({ exitCode: 6, out: '' });
  expect(err).toMatchInlineSnapshot(`
    "crossvault: No source answered.
      b (fake) failed: Nothing listens at b.example. [source-unreachable]
    hint: "crossvault doctor" tests every connection step by step and gives advice.
    "
  `);
  const asJson = await listJobs({ b: createFakeVendor({ failure: unreachable }) }, '-o', 'json');
  expect(JSON.parse(asJson.err)).toMatchObject({ code: 'sources-failed', sources: [{ connection: 'b' }] });
});

test('a fault of the set-up is 6 beside a source that answers and 7 alone', async () => {
  const faulty = faultyConnection('b', notAllowed);
  const sound = withMembers({ a: createFakeVendor({ jobs: jobsAt('a', [1]) }) }, {});
  const beside = await runCrossvault(['jobs', 'list'], { openRuntime: openConnections([...sound, faulty]) });
  expect(beside.exitCode).toBe(6);
  expect(beside.err).toContain('secret-missing');
  const alone = await runCrossvault(['jobs', 'list'], { openRuntime: openConnections([faulty]) });
  expect(alone).toMatchObject({ exitCode: 7, out: '' });
});

test('a search text without a letter or a digit is refused, and nothing is listed', async () => {
  const { exitCode, out, err } = await listJobs({ a: createFakeVendor() }, '--text', '-"\u{1f600}');
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err).toContain('q: the text has no letter and no digit');
});
