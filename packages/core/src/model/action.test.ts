import { describe, expect, test } from 'vitest';
import { type ActionRequest, actionRequestSchema, actions, actionTargets, permissionFor } from './action.ts';

const read = (request: object): ActionRequest => actionRequestSchema.parse(request);
const least = (action: string): object => {
  const own = {
    protect: { sourceId: 's', planId: 'p' },
    'change-plan': { planId: 'p' },
    'stop-protection': { data: 'retain' },
    restore: { recoveryPointId: 'r' },
  };
  return { action, target: 't', parameters: Object.entries(own).find(([name]) => name === action)?.[1] ?? {} };
};

describe.each(actions)('%s', (action) => {
  test('can be requested with what it needs, has a kind of target, and is no destruction by itself', () => {
    const request = read(least(action));
    expect(['job', 'plan', 'item', 'connection']).toContain(actionTargets[request.action]);
    expect(permissionFor(request)).toBe(action === 'remove' ? 'destroy' : 'operate');
  });

  test('refuses a parameter that it does not know, and an empty target', () => {
    const request = { ...least(action) };
    expect(actionRequestSchema.safeParse({ ...request, force: true }).success).toBe(false);
    expect(actionRequestSchema.safeParse({ ...request, target: '' }).success).toBe(false);
  });
});

test.each([
  [{ action: 'stop-protection', target: 'i', parameters: { data: 'delete' } }],
  [{ action: 'restore', target: 'i', parameters: { recoveryPointId: 'r', conflict: 'overwrite' } }],
  [{ action: 'remove', target: 'p', parameters: {} }],
])('%j destroys data', (request) => {
  expect(permissionFor(read(request))).toBe('destroy');
});

test('what is not said is the harmless choice', () => {
  expect(read({ action: 'restore', target: 'i', parameters: { recoveryPointId: 'r' } }).parameters).toEqual({
    recoveryPointId: 'r',
    destination: 'original',
    conflict: 'fail',
  });
  expect(read({ action: 'run', target: 'p', parameters: {} }).parameters).toEqual({ full: false });
  expect(actionRequestSchema.safeParse({ action: 'stop-protection', target: 'i', parameters: {} }).success).toBe(false);
});
