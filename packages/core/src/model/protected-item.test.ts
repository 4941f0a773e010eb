import { expect, test } from 'vitest';
import { type RecoveryPoint, recoveryPointSchema, toRecoveryPoint } from './protected-item.ts';

test('a point of which only the id is known can be restored as far as is known, and says nothing else', () => {
  const point = toRecoveryPoint({ id: 'r' });
  expect(recoveryPointSchema.parse(point)).toEqual({
    id: 'r',
    at: null,
    type: null,
    sizeBytes: null,
    tier: null,
    expiresAt: null,
    softDeleted: null,
    windows: [],
    restorable: true,
  });
});

const window = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-02T00:00:00.000Z' };

test.each<[string, Partial<RecoveryPoint>]>([
  ['in the archive', { tier: 'archive' }],
  ['soft-deleted', { softDeleted: true }],
  ['a time range', { windows: [window] }],
])('a point that is %s cannot be restored as it stands', (_, fields) => {
  expect(toRecoveryPoint({ id: 'r', ...fields }).restorable).toBe(false);
});

test.each([{ tier: 'snapshot' }, { tier: 'standard' }, { softDeleted: false }] as const)(
  '%j keeps it restorable',
  (fields) => {
    expect(toRecoveryPoint({ id: 'r', ...fields })).toMatchObject({ ...fields, restorable: true });
  },
);

test('no vendor can call a point restorable against its state', () => {
  expect(toRecoveryPoint({ id: 'r', tier: 'archive', restorable: true }).restorable).toBe(false);
});
