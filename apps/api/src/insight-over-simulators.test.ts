import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syncAnswerSchema } from '@crossvault/core';
import {
  calendarGroups,
  calendarSchema,
  findingExplanationSchema,
  findingPageSchema,
  findingSchema,
  occurrencePageSchema,
  slaSchema,
  todaySchema,
} from '@crossvault/core/insight';
import { openRuntime } from '@crossvault/runtime';
import { startSimulators, writeConfiguration } from '@crossvault/simulators';
import { silentLogger } from '@crossvault/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type RunningServer } from './index.ts';

const closers: (() => Promise<unknown>)[] = [];
const tokens = new Map<string, string>();
let server: RunningServer;
let names: readonly string[] = [];

/** A facade over two vendors whose plans run on schedules, with a key for everything and one for each connection. */
beforeAll(async () => {
  const vendors = ['azure-backup', 'veeam-azure'] as const;
  const simulators = await startSimulators({ vendors, days: 4, schedules: {}, running: true });
  closers.unshift(simulators.close);
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-insight-'));
  closers.unshift(() => rm(folder, { recursive: true }));
  const configPath = await writeConfiguration(folder, Object.values(simulators.vendors));
  const { clock } = simulators;
  const options = { configPath, environment: {}, clock, logger: silentLogger, makeStore: true };
  const { engine, close } = await openRuntime(options);
  closers.unshift(close);
  server = await createServer({ engine, listen: { host: '127.0.0.1', port: 0 }, logger: silentLogger, clock });
  closers.unshift(server.close);
  names = engine.connectionNames;
  const scopes = ['read', 'operate', 'admin'] as const;
  const maker = { name: 'maker', scopes, connections: null };
  for (const name of ['all', ...names]) {
    const connections = name === 'all' ? null : [name];
    const made = await engine.createKey({ name: `key of ${name}`, scopes, connections, expiresAt: null }, maker);
    tokens.set(name, made.token.reveal());
  }
  for (const name of names) await syncWhole(name);
});
afterAll(async () => {
  for (const close of closers) await close();
});

const headersOf = (key: string) => ({ Authorization: `Bearer ${tokens.get(key)}` });

async function syncWhole(name: string): Promise<void> {
  for (let state = 'syncing'; state === 'syncing'; ) {
    const init = { method: 'POST', headers: { ...headersOf('all'), Prefer: 'wait=30' } };
    const response = await fetch(`${server.url}/v1/connections/${name}/sync`, init);
    ({ state } = syncAnswerSchema.parse(await response.json()).sync ?? { state: 'no store' });
  }
}

async function read(path: string, key = 'all'): Promise<{ readonly text: string; readonly body: unknown }> {
  const response = await fetch(`${server.url}${path}`, { headers: headersOf(key) });
  const text = await response.text();
  expect([response.status, path], text).toEqual([200, path]);
  return { text, body: JSON.parse(text) };
}

const readToday = async (key?: string) => todaySchema.parse((await read('/v1/today', key)).body);

test('today counts expected runs of every connection, and each count is listed where its link leads', async () => {
  const today = await readToday();
  expect(today.sources.map(({ connection, status }) => [connection, status])).toEqual(
    names.map((name) => [name, 'ok']),
  );
  expect(today.counts.expected).toBeGreaterThan(5);
  expect(today.counts.met).toBeGreaterThan(5);
  for (const name of ['met', 'failed', 'missed', 'unknown', 'excused'] as const) {
    const listed = occurrencePageSchema.parse((await read(`${today.links[name]}&limit=500`)).body);
    expect([name, listed.data.length]).toEqual([name, today.counts[name]]);
  }
  for (const { link, count } of Object.values(today.findings.byKind)) {
    expect(findingPageSchema.parse((await read(`${link}&limit=500`)).body).data).toHaveLength(count);
  }
});

describe('a key that is limited to one connection', () => {
  test('counts its part of the whole: the parts of all connections are the whole', async () => {
    const whole = await readToday();
    const parts = await Promise.all(names.map((name) => readToday(name)));
    const sum = (count: (today: typeof whole) => number): number =>
      parts.map(count).reduce((one, other) => one + other, 0);
    expect(sum(({ counts }) => counts.expected)).toBe(whole.counts.expected);
    expect(sum(({ counts }) => counts.met)).toBe(whole.counts.met);
    expect(sum(({ subjects }) => subjects)).toBe(whole.subjects);
    expect(sum(({ findings }) => findings.bySeverity.critical.count)).toBe(whole.findings.bySeverity.critical.count);
    expect(parts.every(({ counts }) => counts.expected > 0)).toBe(true);
  });

  test.each([
    '/v1/today',
    '/v1/findings?state=open,acknowledged,resolved,retired',
    '/v1/occurrences?since=4d&until=24h&limit=500',
    ...calendarGroups.flatMap((group) => [`/v1/calendar?group=${group}&ahead=3`, `/v1/sla?group=${group}`]),
    '/v1/overrides',
  ])('reads nothing of another in %s', async (path) => {
    for (const name of names) {
      const { text } = await read(path, name);
      for (const other of names) if (other !== name) expect(text).not.toContain(other);
    }
  });

  test('has ratios and letters of its own runs alone', async () => {
    const whole = slaSchema.parse((await read('/v1/sla?group=connection')).body);
    for (const name of names) {
      const own = slaSchema.parse((await read('/v1/sla?group=tenant', name)).body);
      const row = whole.data.find(({ id }) => id === name);
      const ended = ({ pending: _pending, ...counts }: typeof own.total) => counts;
      expect(ended(own.total)).toEqual(row === undefined ? null : ended(row.counts));
    }
    const calendar = calendarSchema.parse((await read('/v1/calendar?days=4&limit=500')).body);
    expect(calendar.data.every(({ days, mixed }) => days.length === 4 && mixed.length === 4)).toBe(true);
  });
});

test('a finding is explained, acknowledged in the name of the key, and audited', async () => {
  const { data } = findingPageSchema.parse((await read('/v1/findings')).body);
  const [finding] = data;
  if (finding === undefined) throw new Error('The simulated fleet has a finding.');
  const name = finding.subject.connection;
  const explained = findingExplanationSchema.parse((await read(`/v1/findings/${finding.id}/explain`, name)).body);
  expect(explained.text.length).toBeGreaterThan(0);
  const response = await fetch(`${server.url}/v1/findings/${finding.id}/acknowledge`, {
    method: 'POST',
    headers: { ...headersOf(name), 'Content-Type': 'application/json' },
    body: JSON.stringify({ why: 'A disk is ordered.', until: '8h' }),
  });
  expect(findingSchema.parse(await response.json())).toMatchObject({
    id: finding.id,
    state: 'acknowledged',
    acknowledgement: { by: `key of ${name}`, why: 'A disk is ordered.' },
  });
  expect((await read('/v1/overrides', name)).body).toMatchObject({
    data: [{ kind: 'acknowledge', finding: finding.id }],
  });
  const audit = await read(`/v1/audit?connection=${name}`);
  expect(audit.body).toMatchObject({ data: [{ action: 'finding.acknowledge', actor: `key of ${name}` }] });
});
