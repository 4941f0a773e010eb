import { parse } from 'node:querystring';
import { expect, test } from 'vitest';
import { parseListQuery } from './list-query.ts';
import type { SessionView } from './session-view.ts';
import { parseInstant } from './time-text.ts';
import { requireVersion } from './versions.ts';

const read = (query: string, version = 'v8.1') => parseListQuery(parse(query), requireVersion(version), 30);

const view = (fields: Partial<SessionView> = {}): SessionView => ({
  status: 'Success',
  type: 'PolicyBackup',
  policyId: 'a91630ab-1603-47ea-a76c-0525e77a1188',
  resourceId: 'd94a3e71-0b6c-4f28-a5d9-7c82e1f03b60',
  text: 'PolicyBackup Prod VMs daily vm-sql-01',
  startMicros: parseInstant('2026-11-15T08:00:00Z'),
  ...fields,
});

const matches = (query: string, seen: SessionView, version = 'v8.1'): boolean => {
  const parsed = read(query, version);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.query.matches(seen);
};

test.each([
  ['Limit=many', 'Limit'],
  ['Limit=', 'Limit'],
  ['Limit=-2', 'Limit'],
  ['Limit=2.5', 'Limit'],
  ['Offset=-1', 'Offset'],
  ['Offset=9999999999', 'Offset'],
  ['Status=Failed', 'Status'],
  ['Status=Success&Status=Hibernating', 'Status'],
  ['Status=Success,Warning', 'Status'],
  ['Types=VmSnapshotRetention', 'Types'],
  ['Types=AutoBackup', 'Types'],
  ['PolicyId=1', 'PolicyId'],
  ['FromUtc=2026-11-15', 'FromUtc'],
  ['FromUtc=2026-11-15T00:00:00.5Z', 'FromUtc'],
  ['FromUtc=2026-11-15T00:00:00', 'FromUtc'],
  ['ToUtc=2026-02-30T00:00:00Z', 'ToUtc'],
  ['ToUtc=2026-11-15T00:00:00%2B01:00', 'ToUtc'],
])('%s is refused under the name %s', (query, name) => {
  expect(read(query)).toEqual({ errors: { [name]: [expect.stringContaining(name)] } });
});

test.each([
  ['', { offset: 0, limit: 30 }],
  ['Offset=0&Limit=0', { offset: 0, limit: 0 }],
  ['Limit=-1', { offset: 0, limit: -1 }],
  ['offset=4&limit=5', { offset: 0, limit: 30 }],
  ['Offset=4&Offset=9&Limit=5', { offset: 4, limit: 5 }],
])('%j asks for %j', (query, page) => {
  expect(read(query)).toMatchObject({ query: page });
});

test('version 1 has its parameters in lower case, and no others', () => {
  expect(read('offset=4&limit=5&Status=nonsense', 'v1')).toMatchObject({ query: { offset: 4, limit: 5 } });
  expect(read('limit=x', 'v1')).toHaveProperty('errors.limit');
});

test.each([
  ['FromUtc=2026-11-15T08:00:00Z', true],
  ['ToUtc=2026-11-15T08:00:00Z', true],
  ['FromUtc=2026-11-15T08:00:01Z', false],
  ['ToUtc=2026-11-15T07:59:59Z', false],
  ['FromUtc=2026-11-16T00:00:00Z&ToUtc=2026-11-14T00:00:00Z', false],
  ['Status=warning&Status=success', true],
  ['Types=PolicySnapshot', false],
  ['PolicyId=A91630AB-1603-47EA-A76C-0525E77A1188', true],
  ['PolicyId=00000000-0000-0000-0000-000000000000', false],
])('%s takes a session of that moment: %s', (query, expected) => {
  expect(matches(query, view())).toBe(expected);
});

test.each([
  ['ResourceId=D94A3E71-0B6C-4F28-A5D9-7C82E1F03B60', true],
  ['ResourceId=another', false],
  ['Filter=prod%20vms', true],
  ['Filter=nothing%20of%20this', false],
  ['VmId=00000000-0000-0000-0000-000000000000&Display=Sideways', true],
])('v8.1: %s takes it: %s', (query, expected) => {
  expect(matches(query, view())).toBe(expected);
});

test.each([
  ['VmId=d94a3e71-0b6c-4f28-a5d9-7c82e1f03b60', true],
  ['VmId=00000000-0000-0000-0000-000000000000', false],
  ['Display=Grouped', true],
  ['ResourceId=another&Filter=nothing', true],
  ['FromUtc=2026-11-15', true],
  ['FromUtc=2026-11-15T10:00:00%2B02:00', true],
  ['ToUtc=2026-11-15T07:59:59.5Z', false],
])('v2 and v3: %s takes it: %s', (query, expected) => {
  expect(matches(query, view(), 'v2')).toBe(expected);
  expect(matches(query, view(), 'v3')).toBe(expected);
});

test.each([
  ['VmId=vm-1', 'VmId'],
  ['Display=Sideways', 'Display'],
  ['Status=Unknown', 'Status'],
  ['Types=SqlPolicyBackup', 'Types'],
  ['FromUtc=soon', 'FromUtc'],
])('v2 refuses %s under the name %s', (query, name) => {
  expect(read(query, 'v2')).toEqual({ errors: { [name]: [expect.stringContaining(name)] } });
});

test('a session without a start is left out by bounds only', () => {
  expect(matches('Status=Success', view({ startMicros: null }))).toBe(true);
  expect(matches('FromUtc=2000-01-01T00:00:00Z', view({ startMicros: null }))).toBe(false);
  expect(matches('ToUtc=2100-01-01T00:00:00Z', view({ startMicros: null }))).toBe(false);
});

test('what is no text matches no word', () => {
  expect(matches('Status=Success', view({ status: 7 }))).toBe(false);
  expect(matches('PolicyId=00000000-0000-0000-0000-000000000000', view({ policyId: null }))).toBe(false);
});
