import { expect, test } from 'vitest';
import { createSimulatedClock } from '../clock/clock.ts';
import { createRandom } from '../fleet/random.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { DOCUMENTED_JOBS, type JobPayload } from './documented.ts';
import { type AzureJob, describeJob, existsAt, growFleet } from './fleet.ts';
import { renderJob, toListRow } from './render.ts';

const anchorMs = Date.parse('2026-11-20T06:00:00Z');
const HOUR_MS = 3_600_000;

const coreWith = (seed: number, jobs = 300, oddities = true): VendorCore => ({
  anchorMs,
  oddities,
  jobs,
  days: 14,
  port: 0,
  pageSize: undefined,
  clock: createSimulatedClock({ start: '2026-11-20T06:00:00Z' }),
  random: createRandom(seed),
});

const renderAll = (fleet: AzureJob[], nowMs = anchorMs, apiVersion = '2019-05-13'): JobPayload[] =>
  fleet.filter((job) => existsAt(job, nowMs)).map((job) => renderJob(job, nowMs, apiVersion));

const values = (payloads: JobPayload[], key: string): Set<unknown> =>
  new Set(payloads.map(({ properties }) => properties[key]));

test('the same seed grows the same bytes, another seed other ones', () => {
  expect(JSON.stringify(renderAll(growFleet(coreWith(5))))).toBe(JSON.stringify(renderAll(growFleet(coreWith(5)))));
  expect(JSON.stringify(renderAll(growFleet(coreWith(6))))).not.toBe(JSON.stringify(renderAll(growFleet(coreWith(5)))));
});

test('as many jobs exist as were requested, beside the four documented ones', () => {
  const existing = growFleet(coreWith(1)).filter((job) => existsAt(job, anchorMs));
  expect(existing).toHaveLength(304);
  expect(existing.filter((job) => job.documented)).toHaveLength(4);
});

test('a fleet of no jobs has the documented ones', () => {
  expect(growFleet(coreWith(1, 0))).toHaveLength(4);
});

test('every type, status, operation and form is there', () => {
  const payloads = renderAll(growFleet(coreWith(1)));
  const types = ['AzureIaaSVMJob', 'AzureIaaSVMJobV2', 'AzureStorageJob', 'AzureWorkloadJob', 'DpmJob', 'MabJob'];
  expect(values(payloads, 'jobType')).toEqual(new Set([...types, 'VaultJob']));
  const ended = ['Completed', 'CompletedWithWarnings', 'Failed', 'Cancelled', 'Invalid', 'Paused'];
  expect(values(payloads, 'status')).toEqual(new Set([...ended, 'InProgress', 'Cancelling']));
  for (const operation of ['Backup (Full)', 'CrossRegionRestore', 'Undelete', 'UpdateCustomerManagedKey', 'Invalid']) {
    expect(values(payloads, 'operation')).toContain(operation);
  }
  for (const value of [null, undefined]) {
    expect(values(payloads, 'extendedInfo')).toContain(value);
    expect(values(payloads, 'actionsInfo')).toContain(value);
    expect(values(payloads, 'errorDetails')).toContain(value);
  }
  const text = JSON.stringify(payloads);
  for (const oddity of [
    '"actionsInfo":[1]',
    '"actionsInfo":["Cancellable"]',
    '"actionsInfo":[2]',
    '"extendedInfo":{}',
    '"duration":"soon"',
    '"progressPercentage":"n/a"',
    '"endTime":"not a date"',
    '"endTime":"0001-01-01T00:00:00Z"',
    '"Instant Restore Tier"',
    '"isUserTriggered":true',
    '"isUserTriggered":false',
    '/Subscriptions/',
    'microsoft.recoveryservices',
    'RSV-PROD-WEU',
    '"Data Transferred (in MB)"',
    '"tasksList":null',
  ]) {
    expect(text).toContain(oddity);
  }
});

test('without oddities, all that a strict client reads is there and can be read', () => {
  const payloads = renderAll(growFleet(coreWith(1, 2000, false)), anchorMs, '2025-02-01');
  for (const { properties } of payloads) {
    expect(properties.extendedInfo).toEqual(expect.objectContaining({ propertyBag: expect.any(Object) }));
    expect(properties.duration ?? 'PT0S').toMatch(/^PT/);
    const isOpen = /^(InProgress|Cancelling)$/.test(String(properties.status));
    expect(Date.parse(String(properties.endTime)) > 0).toBe(!isOpen);
  }
  const ended = ['Completed', 'CompletedWithWarnings', 'Failed', 'Cancelled'];
  expect(values(payloads, 'status')).toEqual(new Set([...ended, 'InProgress', 'Cancelling']));
  expect(JSON.stringify(payloads)).not.toMatch(/Reindex|"Invalid"|RSV-PROD|n\/a|a few|"tasksList":null/);
});

test('the start is readable everywhere, and two or three of a hundred are open', () => {
  const payloads = renderAll(growFleet(coreWith(1, 1000)));
  expect(payloads.every(({ properties }) => !Number.isNaN(Date.parse(String(properties.startTime))))).toBe(true);
  const open = payloads.filter(({ properties }) => /^(InProgress|Cancelling)$/.test(String(properties.status)));
  expect(open.length).toBeGreaterThanOrEqual(15);
  expect(open.length).toBeLessThanOrEqual(35);
});

test('what the truth says is what the payload shows', () => {
  for (const job of growFleet(coreWith(3))) {
    const truth = describeJob(job, anchorMs);
    if (truth === null) continue;
    const { properties, name } = renderJob(job, anchorMs, '2025-02-01');
    const endMs = Date.parse(String(properties.endTime));
    expect(truth).toMatchObject({
      nativeId: name,
      nativeStatus: properties.status,
      nativeKind: properties.operation,
      startedAt: new Date(Date.parse(String(properties.startTime))).toISOString(),
      endedAt: Number.isNaN(endMs) || endMs < 0 ? null : new Date(endMs).toISOString(),
    });
  }
});

test('a success that hides failures in its details is a warning only for who reads the details', () => {
  const fleet = growFleet(coreWith(1));
  const hiding = fleet.map((job) => describeJob(job, anchorMs)).filter((truth) => truth?.status !== truth?.fullStatus);
  expect(hiding.map((truth) => [truth?.status, truth?.fullStatus])).toEqual([
    ['succeeded', 'warning'],
    ['succeeded', 'warning'],
  ]);
});

test('open jobs end as the clock passes, and later ones come into being', () => {
  const fleet = growFleet(coreWith(1));
  const openAt = (nowMs: number) =>
    fleet.filter((job) => ['running', 'cancelling'].includes(describeJob(job, nowMs)?.status ?? ''));
  const open = openAt(anchorMs);
  expect(open.length).toBeGreaterThan(3);
  const afterMs = anchorMs + 10 * HOUR_MS;
  for (const job of open) expect(describeJob(job, afterMs)?.endedAt).not.toBeNull();
  expect(renderAll(fleet, afterMs).length).toBeGreaterThan(renderAll(fleet).length);
});

test('an agent job is seen only when it is over', () => {
  const agentJobs = growFleet(coreWith(2, 2000)).filter((job) => job.shape.jobType === 'MabJob');
  expect(agentJobs.length).toBeGreaterThan(20);
  for (const job of agentJobs) {
    expect(existsAt(job, job.course.startMs + job.course.durationMs - 1)).toBe(false);
    expect(existsAt(job, job.course.startMs + job.course.durationMs)).toBe(true);
  }
});

test.each(DOCUMENTED_JOBS.map(({ payload }) => [payload.name, payload] as const))(
  '%s is answered as on its page',
  (id, page) => {
    const job = growFleet(coreWith(1)).find((candidate) => candidate.id === id);
    expect(job && renderJob(job, anchorMs, '2019-05-13')).toEqual(page);
    const { duration, ...newer } = (job && renderJob(job, anchorMs, '2025-02-01'))?.properties ?? {};
    expect(duration).toMatch(/^PT/);
    expect(newer).toEqual({ ...page.properties, duration: undefined });
  },
);

test('rows of the list have no details, and what is no job stays as it is', () => {
  const [job] = growFleet(coreWith(1));
  expect(job && JSON.stringify(toListRow(renderJob(job, anchorMs, '2019-05-13')))).not.toContain('extendedInfo');
  expect(toListRow('text')).toBe('text');
  expect(toListRow({ properties: null })).toEqual({ properties: null });
});
