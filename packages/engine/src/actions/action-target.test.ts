import { type ActionRequest, CrossvaultError, toJobId } from '@crossvault/core';
import { createFakeConnector, createFakeVendor, createManualClock } from '@crossvault/testkit';
import PQueue from 'p-queue';
import { describe, expect, test } from 'vitest';
import { createSource } from '../connections/source.ts';
import { completeConnection } from '../engine-defaults.ts';
import { addressOfRecord, isRecordNotFound, resolveTarget } from './action-target.ts';

const sources = ['here', 'there'].map((name) =>
  createSource(
    completeConnection({ name, connector: createFakeConnector(name, createFakeVendor()) }),
    createManualClock(),
    new PQueue(),
  ),
);
const [here] = sources;
const planId = toJobId('here', ['plan', 'p-1']);
const itemId = toJobId('here', ['item', 'vault', 'vm-1']);

describe('the id of a plan or an item', () => {
  test('names its source, and the key by which the vendor knows it', () => {
    expect(addressOfRecord(sources, 'plan', planId)).toEqual({ source: here, key: ['p-1'] });
    expect(addressOfRecord(sources, 'item', itemId)).toEqual({ source: here, key: ['vault', 'vm-1'] });
  });

  test.each([
    ['of the other kind', 'plan', itemId, 'plan-not-found', 'is not an id of a plan'],
    ['of a job', 'item', toJobId('here', ['j-1', 'x']), 'item-not-found', 'is not an id of a protected item'],
    ['that is none', 'item', 'Payroll', 'item-not-found', 'is not an id of a protected item'],
    ['of a kind alone', 'plan', toJobId('here', ['plan']), 'plan-not-found', ''],
    [
      'of a connection that is not configured',
      'plan',
      toJobId('gone', ['plan', 'p']),
      'plan-not-found',
      'the connection "gone"',
    ],
  ] as const)('%s is not found', (_, kind, id, code, words) => {
    expect(() => addressOfRecord(sources, kind, id)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(words) }),
    );
  });

  test('repeats no more of a long text than a line', () => {
    const refuse = () => addressOfRecord(sources, 'plan', 'x'.repeat(5_000));
    expect(refuse).toThrow(expect.objectContaining({ message: expect.stringMatching(/^.{1,200}$/) }));
  });
});

describe('the target of an action', () => {
  const resolve = (request: ActionRequest) => resolveTarget(sources, request);

  test('is a job, a plan, an item or a connection, as the action says', () => {
    const job = toJobId('there', ['j-1']);
    expect(resolve({ action: 'cancel', target: job, parameters: {} })).toMatchObject({ key: ['j-1'], planKey: null });
    expect(resolve({ action: 'stop', target: planId, parameters: {} })).toMatchObject({ source: here, key: ['p-1'] });
    expect(resolve({ action: 'undelete', target: itemId, parameters: {} })).toMatchObject({ key: ['vault', 'vm-1'] });
    expect(resolve({ action: 'refresh-containers', target: 'here', parameters: {} })).toMatchObject({
      source: here,
      key: [],
    });
  });

  test('may name a plan of the same connection', () => {
    expect(resolve({ action: 'change-plan', target: itemId, parameters: { planId } })).toMatchObject({
      planKey: ['p-1'],
    });
    expect(resolve({ action: 'resume-protection', target: itemId, parameters: { planId: null } }).planKey).toBeNull();
  });

  test('cannot name a plan of another connection', () => {
    const other = toJobId('there', ['plan', 'p-1']);
    expect(() => resolve({ action: 'change-plan', target: itemId, parameters: { planId: other } })).toThrow(
      expect.objectContaining({ code: 'invalid-parameter', parameter: 'planId' }),
    );
  });

  test.each<[ActionRequest, string]>([
    [{ action: 'refresh-containers', target: 'gone', parameters: {} }, 'connection-not-found'],
    [{ action: 'cancel', target: 'gone', parameters: {} }, 'job-not-found'],
    [{ action: 'run', target: itemId, parameters: { full: false } }, 'plan-not-found'],
  ])('is not found: %j', (request, code) => {
    expect(() => resolve(request)).toThrow(expect.objectContaining({ code }));
  });
});

test('what a vendor does not know is distinguished from its other errors', () => {
  const error = (code: 'plan-not-found' | 'item-not-found') => new CrossvaultError({ code, message: 'Gone.' });
  expect(isRecordNotFound('plan', error('plan-not-found'))).toBe(true);
  expect(isRecordNotFound('plan', error('item-not-found'))).toBe(false);
  expect(isRecordNotFound('item', new Error('item-not-found'))).toBe(false);
});
