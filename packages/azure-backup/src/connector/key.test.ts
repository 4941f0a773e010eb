import { expect, test } from 'vitest';
import { isJobId, parseJobKey, readJobName, toJobKey, toVaultKey } from './key.ts';

test('the keys of a vault and of a job are the same in any case', () => {
  const vaultKey = toVaultKey({ subscriptionId: 'AA', resourceGroup: 'Group', name: 'Vault' });
  expect(vaultKey).toBe('aa/group/vault');
  expect(toJobKey(vaultKey, '7DDEAD57')).toEqual(toJobKey(vaultKey, '7ddead57'));
});

test('a key is read back into its parts', () => {
  expect(parseJobKey(toJobKey('aa/group/vault', 'B'))).toEqual({ vaultKey: 'aa/group/vault', jobName: 'b' });
});

test.each([[[]], [['only']], [['vault', '']], [['vault', '..']], [['vault', 'job', 'more']]])(
  'the key %j is none of ours',
  (key) => {
    expect(parseJobKey(key)).toBeNull();
  },
);

test.each(['', ' ', '.', '..', '\ud800'])('%j names no job', (name) => {
  expect(isJobId(name)).toBe(false);
});

test.each([
  [
    { name: 'A', id: '/x/backupJobs/B' },
    { name: 'A', from: 'name' },
  ],
  [{ id: '/Subscriptions//s/providers/microsoft.recoveryservices/vaults/v/BACKUPJOBS/B' }, { name: 'B', from: 'id' }],
  [
    { name: null, id: '/x/backupJobs/B/' },
    { name: 'B', from: 'id' },
  ],
  [{ name: '', id: '/x/backupJobs/' }, null],
  [{ id: 'B' }, null],
  [{}, null],
])('the job name of %j is %j', (row, expected) => {
  expect(readJobName(row)).toEqual(expected);
});
