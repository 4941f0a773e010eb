import { expect, test } from 'vitest';
import { isJobId, parseJobKey, parseListKey, readJobName, toJobKey, toRegionKey, toSearchKey } from './key.ts';
import { toBackupVaultKey, toVaultKey } from './vault-key.ts';

const vault = { subscriptionId: 'aa', resourceGroup: 'group', name: 'vault' };

test('the keys of a vault and of a job are the same in any case', () => {
  const vaultKey = toVaultKey({ subscriptionId: 'AA', resourceGroup: 'Group', name: 'Vault' });
  expect(vaultKey).toBe('aa/group/vault');
  expect(toJobKey(vaultKey, '7DDEAD57')).toEqual(toJobKey(vaultKey, '7ddead57'));
});

test('a key is read back into its parts', () => {
  expect(parseJobKey(toJobKey('aa/group/vault', 'B'))).toEqual({ listKey: 'aa/group/vault', jobName: 'b' });
});

test.each([
  [toVaultKey(vault), { kind: 'vault', vault }],
  [toBackupVaultKey(vault), { kind: 'backup-vault', vault }],
  [toRegionKey(vault, 'NorthEurope'), { kind: 'secondary-region', vault, region: 'northeurope' }],
  [toSearchKey('AA', 'backup'), null],
  ['aa/group/vault/region', null],
  ['aa/group/vault/backup/more', null],
  ['aa/group/vault/other', null],
  ['aa//vault', null],
  ['aa/group/vault/region/neu/more', null],
  ['', null],
])('the key of a list %j means %j', (key, source) => {
  expect(parseListKey(key)).toEqual(source);
});

test.each([[[]], [['only']], [['vault', '']], [['vault', '..']], [['vault', 'job', 'more']]])(
  'the key %j is refused',
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
