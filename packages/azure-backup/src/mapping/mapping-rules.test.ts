import { describeMappingRules } from '@crossvault/testkit';
import { kindWords } from './map-kind.ts';
import { statusWords, taskWords, vaultStatusWords } from './map-status.ts';
import { mapperOf } from './mappers.ts';
import { jobResourceWire } from './wire.ts';
import { vaultJobResourceWire } from './wire-backup-vault.ts';

const context = { connection: 'azure', list: 'sub/group/vault', observedAt: '2026-02-01T00:00:00.000Z' };
const wordsOf = (...tables: readonly { readonly rows: readonly (readonly [string, string])[] }[]) =>
  tables.flatMap(({ rows }) => rows.map(([word]) => word));

describeMappingRules('A Recovery Services vault', {
  mapper: mapperOf(context.list),
  context,
  row: jobResourceWire,
  words: wordsOf(statusWords, taskWords, kindWords),
  always: { name: 'job-1' },
});

const inBackupVault = { ...context, list: 'sub/group/vault/backup' };

describeMappingRules('A Backup vault', {
  mapper: mapperOf(inBackupVault.list),
  context: inBackupVault,
  row: vaultJobResourceWire,
  words: wordsOf(vaultStatusWords),
  always: { name: 'job-1' },
});
