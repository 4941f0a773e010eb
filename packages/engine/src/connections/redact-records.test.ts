import { reportWrite } from '@crossvault/core';
import { makeItem, makeJob, makePlan } from '@crossvault/testkit';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  hideInJob,
  hideKnownTexts,
  isAddressable,
  redactExplanation,
  redactIdentified,
  redactRecord,
  redactReport,
  redactTexts,
  redactWrite,
  rejectSecretId,
} from './redact-records.ts';

const leak = 'password=hunter2';
const context = { connection: 'c', list: 'l', observedAt: '2026-01-01T00:00:00.000Z' };

describe('any value', () => {
  test('loses secrets at every depth, in names of fields too', () => {
    const value = { a: [leak, { b: leak }], [leak]: 1, n: 7, none: null };
    expect(JSON.stringify(redactTexts(value, 'c'))).not.toContain('hunter2');
    expect(redactTexts(value, 'c')).toMatchObject({ n: 7, none: null });
  });

  test('loses a text whose field is called as a secret is', () => {
    expect(redactTexts({ clientSecret: 'plain', nested: { api_key: ['x1'] }, name: 'plain' }, 'c')).toEqual({
      clientSecret: '[redacted]',
      nested: { api_key: ['[redacted]'] },
      name: 'plain',
    });
  });

  test('that a connector reads again keeps signatures in addresses: they are no secret that is known by its text', () => {
    const facts = { url: 'https://host/blob?sig=abc' };
    expect(hideKnownTexts(facts, 'c')).toEqual(facts);
    expect(redactTexts(facts, 'c')).not.toEqual(facts);
  });

  property.prop([fc.jsonValue()])('keeps its form, and is redacted once and for all', (value) => {
    const once = redactTexts(value, 'c');
    expect(redactTexts(once, 'c')).toEqual(once);
    if (typeof value !== 'string') expect(typeof once).toBe(typeof value);
  });
});

describe('a job, a plan or an item', () => {
  test('keeps the ids by which it is asked for', () => {
    const plan = redactIdentified(makePlan('c', 'p', { name: leak }), 'c');
    expect(plan).toMatchObject({ nativeId: 'p', name: 'password=[redacted]' });
    expect(redactIdentified(makeItem('c', 'i'), 'c')).toEqual(makeItem('c', 'i'));
    expect(hideInJob(makeJob('c', 'j', { nativeStatus: leak }))).toMatchObject({
      nativeId: 'j',
      nativeStatus: 'password=[redacted]',
    });
  });

  test('with a secret in its key or id is rejected, and its id is not shown', () => {
    const record = { key: ['j'], job: makeJob('c', 'j'), raw: { list: leak }, context };
    expect(redactRecord(record, 'c')).toMatchObject({ raw: { list: 'password=[redacted]' } });
    expect(redactRecord({ ...record, key: [leak] }, 'c')).toBeNull();
    expect(redactRecord({ ...record, job: makeJob('c', leak) }, 'c')).toBeNull();
    expect(isAddressable(['j', leak], 'c')).toBe(false);
    expect(rejectSecretId({ id: leak }, 'c')).toEqual({
      nativeId: null,
      reason: 'no-readable-id',
      value: { id: 'password=[redacted]' },
    });
  });
});

test('an explanation shows neither the value of the vendor nor ours where it is a secret', () => {
  const field = {
    field: 'status',
    from: [{ path: 'clientSecret', value: 'plain' }, { path: 'gone' }],
    rule: 'By the table.',
    value: leak,
    provenance: null,
  };
  const explanation = { id: 'i', connection: 'c', vendor: 'v', mapperVersion: 1, fields: [field], anomalies: [] };
  expect(redactExplanation(explanation, 'c').fields).toEqual([
    { ...field, from: [{ path: 'clientSecret', value: '[redacted]' }, { path: 'gone' }], value: 'password=[redacted]' },
  ]);
});

describe('a change', () => {
  const prepared = {
    needs: 'operate',
    target: { kind: 'plan', nativeId: 'p', name: leak },
    requests: [{ method: 'POST', url: 'https://host/run?sig=abc', headers: {}, body: { password: 'hunter2' } }],
    before: { note: leak },
    facts: { url: 'https://host/run?sig=abc' },
    send: async () =>
      reportWrite('done', { answer: leak, jobs: [['j'], [leak]], error: { code: 'x'.repeat(500), message: leak } }),
  } as const;

  test('is shown without secrets, and keeps what its connector needs', async () => {
    const { send: _send, facts, ...shown } = redactWrite(prepared, 'c');
    expect(JSON.stringify(shown)).not.toMatch(/hunter2|sig=abc/);
    expect(facts).toEqual(prepared.facts);
  });

  test('is reported without secrets, without jobs that cannot be asked for, and with a code that fits into a line', async () => {
    const report = await redactWrite(prepared, 'c').send({ signal: new AbortController().signal });
    expect(report).toMatchObject({
      answer: 'password=[redacted]',
      jobs: [['j']],
      error: { message: 'password=[redacted]' },
    });
    expect(report.error?.code?.length).toBeLessThan(200);
    expect(redactReport(reportWrite('done'), 'c')).toEqual(reportWrite('done'));
  });
});
