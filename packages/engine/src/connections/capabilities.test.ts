import { actions, type JobList } from '@crossvault/core';
import { createActingConnector, createActingVendor, createFakeConnector, createFakeVendor } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { offersAction, toCapabilities } from './capabilities.ts';

const readOnly = createFakeConnector('c', createFakeVendor());
const acting = createActingConnector('c', createActingVendor());
const list = (...nativeFilters: JobList['nativeFilters']): JobList => ({ key: 'l', order: 'none', nativeFilters });

describe('what a connector offers', () => {
  test('is what it has a call for: one that only reads offers no action', () => {
    expect(toCapabilities(readOnly, [], [], [])).toMatchObject({
      log: readOnly.jobLog !== undefined,
      cancel: false,
      retry: false,
      export: false,
      actions: [],
    });
  });

  test.each(actions)('%s is not offered without its call', (action) => {
    const { plans: _plans, protectedItems: _items, cancelJob: _cancel, retryJob: _retry, ...bare } = acting;
    const { exportJobs: _export, ...nothing } = bare;
    expect(offersAction(nothing, action)).toBe(false);
    expect(toCapabilities(acting, [], [], []).actions.includes(action)).toBe(offersAction(acting, action));
  });

  test('names the calls of its groups in order, and what the caller may not have', () => {
    const { plans, protectedItems, deniedFields, allow } = toCapabilities(acting, [], ['sizeBytes'], ['operate']);
    expect(plans).toEqual(plans.toSorted());
    expect(plans).toContain('run');
    expect(protectedItems).toContain('recoveryPoints');
    expect({ deniedFields, allow }).toEqual({ deniedFields: ['sizeBytes'], allow: ['operate'] });
  });
});

describe('a filter', () => {
  const filtersOf = (...lists: readonly JobList[]) => toCapabilities(readOnly, lists, [], []).filters;

  test('is native when every list does it', () => {
    expect(filtersOf(list('startedAfter', 'status'), list('startedAfter'))).toMatchObject({
      startedAfter: 'native',
      status: 'emulated',
    });
    expect(filtersOf()).toMatchObject({ startedAfter: 'emulated' });
  });

  test('that no vendor does is offered all the same, and an id is asked for by itself', () => {
    expect(filtersOf(list())).toMatchObject({
      q: 'emulated',
      target: 'emulated',
      problem: 'emulated',
      nativeId: 'native',
    });
  });
});
