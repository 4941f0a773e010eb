import { type Job, toJobId } from '@crossvault/core';
import { createFakeVendor, createManualClock, type FakeVendor, fakeConnections, makeJob } from '@crossvault/testkit';
import {
  createFakeInsight,
  createFakeJudgement,
  makeFinding,
  makeOccurrence,
  makeSource,
  makeSubject,
} from '@crossvault/testkit/fakes';
import { describe, expect, test } from 'vitest';
import { openConnections } from '../../testing/fake-runtime.ts';
import { runCrossvault } from '../../testing/run-crossvault.ts';

const dayMs = 86_400_000;
const nowMs = Date.parse('2026-01-15T12:00:00.000Z');
const wild = '<script>alert("1")</script>\u001b[31m';

/** A job of a machine so many days ago, which took so many minutes. */
const jobOf = (name: string, daysAgo: number, minutes: number, overrides: Partial<Job> = {}): Job => {
  const startedAt = new Date(nowMs - daysAgo * dayMs).toISOString();
  return makeJob('a', `${name}-${daysAgo}`, {
    target: { type: 'vm', id: null, name },
    startedAt,
    endedAt: new Date(Date.parse(startedAt) + minutes * 60_000).toISOString(),
    durationSeconds: minutes * 60,
    sizeBytes: 1000,
    ...overrides,
  });
};
const steady = Array.from({ length: 28 }, (_, day) => jobOf('vm-1', day + 1, 10));
const growing = Array.from({ length: 28 }, (_, day) => jobOf(wild, day + 1, day < 14 ? 90 : 30));
const failed = jobOf('vm-3', 2, 600, { status: 'failed' });

function open(judged: Parameters<typeof createFakeJudgement>[0] = {}, vendor: Partial<FakeVendor> = {}) {
  const clock = createManualClock('2026-01-15T12:00:00.000Z');
  const judgement = createFakeJudgement({
    findings: [
      makeFinding('a', 'unprotected', 'vm-4', { since: '2026-01-01T00:00:00.000Z' }),
      makeFinding('a', 'missed', wild),
    ],
    occurrences: [
      makeOccurrence('a', 'met', 'vm-1'),
      makeOccurrence('a', 'missed', wild),
      makeOccurrence('b', 'failed', 'vm-3', { subject: makeSubject('b', 'vm-3', { tenant: 'Acme' }) }),
    ],
    ...judged,
  });
  const jobs = [...steady, ...growing, failed].toSorted((one, other) =>
    (other.startedAt ?? '').localeCompare(one.startedAt ?? ''),
  );
  const connections = fakeConnections({ a: createFakeVendor({ jobs, ...vendor }), b: createFakeVendor() });
  const run = (...argv: string[]) =>
    runCrossvault(['report', ...argv], {
      async openRuntime() {
        const runtime = await openConnections(connections, clock)();
        return { ...runtime, engine: { ...runtime.engine, insight: createFakeInsight(judgement) } };
      },
      clock,
    });
  return { judgement, run };
}

/** The text of a page, without tags and style. */
const textOf = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('a report as a page', () => {
  test('says the share, what failed and was missed most, what is unprotected, slow and growing, and the findings', async () => {
    const { exitCode, out, err } = await open().run('--since', '30d');
    expect([exitCode, err]).toEqual([0, '']);
    const text = textOf(out);
    expect(text).toContain('30 days, 2025-12-16 12:00 to 2026-01-15 12:00 UTC.');
    expect(text).toContain('33.3 % success: 1 of 3 runs');
    expect(text).toMatch(/Failed most .* vm-3 b 0\.0 % 1 0 1 0 0 0 Missed most .* a 0\.0 % 1 0 0 1 0 0 /);
    expect(text).toMatch(/Unprotected .* critical unprotected vm-4 a 2026-01-01 00:00 14 d 12 h open/);
    expect(text).toMatch(
      /Slowest jobs .* a 28 1h 00m 1h 30m \+200 % \+0 % vm-1 a 28 10m 00s 10m 00s \+0 % \+0 % Growing jobs/,
    );
    expect(text.slice(text.indexOf('Growing jobs'), text.indexOf('Findings now'))).not.toContain('vm-1');
    expect(text).toMatch(/Findings now .* critical missed /);
  });

  test('needs nothing else: no script, no request, and texts of vendors are texts', async () => {
    const { out } = await open().run();
    expect(out).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; [31m');
    expect(out).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|https?:|\son\w+=/i);
    expect(out).not.toContain('\u001b');
    expect(out).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
    expect(out).toContain('@media print');
    expect(out).toContain('prefers-color-scheme: dark');
    expect(out).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  test('says so where there is nothing', async () => {
    const { out } = await open({ findings: [], occurrences: [] }, { jobs: [] }).run();
    for (const text of ['Nothing failed.', 'Nothing was missed.', 'No findings.', 'No job of the span is stored.']) {
      expect(out).toContain(text);
    }
  });

  test('says that it is incomplete, and ends with 6', async () => {
    const { run } = open({ sources: [makeSource('a', { status: 'stale' }), makeSource('b')] });
    const { exitCode, out, err } = await run();
    expect([exitCode, textOf(out)]).toEqual([
      6,
      expect.stringContaining('This report is incomplete. a: stale, as of 2026-01-15 11:58 UTC.'),
    ]);
    expect(err).toContain('a (fake) stale');
  });
});

test('a report of some items has the jobs of these alone', async () => {
  const { out } = await open({ occurrences: [makeOccurrence('a', 'met', 'vm-1')] }).run('--item', 'vm-1', '-o', 'json');
  expect(JSON.parse(out)).toMatchObject({ slowest: [{ name: 'vm-1', connection: 'a', jobs: 28 }], growing: [] });
});

test('as CSV it has a row a subject, and no cell is a formula', async () => {
  const formula = makeOccurrence('a', 'met', '=1+1');
  const { exitCode, out } = await open({ occurrences: [formula], findings: [makeFinding('a', 'missed', '=1+1')] }).run(
    '-o',
    'csv',
  );
  const [head = '', row = '', ...more] = out.trimEnd().split('\n');
  expect([exitCode, more]).toEqual([0, []]);
  const cells = Object.fromEntries(head.split(',').map((name, index) => [name, row.split(',')[index]]));
  expect(cells).toMatchObject({
    id: toJobId('a', ['item', '=1+1']),
    connection: 'a',
    name: "'=1+1",
    expected: '1',
    met: '1',
    ratio: '1',
    findings: 'missed',
  });
});

test('the span is counted in whole days, and forms of other commands are refused', async () => {
  const { run, judgement } = open();
  await run('--since', '2026-01-01T18:00:00Z');
  expect(judgement.asked.filter(({ call }) => call === 'sla').map(({ given: [query] }) => query)).toEqual([
    { days: 14, group: 'subject' },
    { days: 14, group: 'connection' },
    { days: 14, group: 'tenant' },
  ]);
  for (const wrong of [
    ['--since', '500d'],
    ['--since', 'x'],
    ['-o', 'table'],
    ['-o', 'yaml'],
  ]) {
    expect((await run(...wrong)).exitCode).toBe(2);
  }
});
