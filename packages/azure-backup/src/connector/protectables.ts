import { type Answer, parseToken } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type JobKey,
  type PageRequest,
  type ProtectedItemPage,
  type ProtectedItemRecord,
} from '@crossvault/core';
import { z } from 'zod';
import type { VaultAddress } from '../client/job-source.ts';
import type { ProtectionCalls } from '../client/protection-calls.ts';
import { listPath } from '../client/vault-path.ts';
import { readProtectable } from '../mapping/map-item.ts';
import { parseItemKey } from '../mapping/protection-key.ts';
import type { createVaultLists, Listing } from './vault-rows.ts';

/** Unprotected items are listed for one of these at a time: one request for each in each vault. */
const managements = ['AzureIaasVM', 'AzureStorage', 'AzureWorkload'] as const;
const listName = 'backupProtectableItems';
const mark = 'unprotected';

const tokenWire = z.tuple([
  z.literal(mark),
  z
    .int()
    .min(0)
    .max(managements.length - 1),
  z.string().nullable(),
]);

const toToken = (at: number, token: string | null): string => JSON.stringify([mark, at, token]);

/** What a vault refuses costs what it could protect, and not what it protects. */
const isRefused = ({ code }: CrossvaultError): boolean =>
  code === 'permission-denied' || code === 'source-refused' || code === 'source-not-found';

/** What the vaults have discovered and do not protect. */
export function createProtectables(
  protection: Pick<ProtectionCalls, 'listProtectables'>,
  lists: ReturnType<typeof createVaultLists>,
  { connection, logger }: ConnectorContext,
) {
  const listingOf = (management: string): Listing => ({
    what: 'unprotected items',
    first: (vault, call) => askUnlessRefused(vault, management, call),
    path: (vault) => listPath(vault, listName),
  });

  async function askUnlessRefused(vault: VaultAddress, management: string, call: CallOptions): Promise<Answer | null> {
    try {
      return await protection.listProtectables(vault, management, call);
    } catch (error) {
      const known = CrossvaultError.from(error);
      if (call.signal.aborted || !isRefused(known)) throw error;
      logger.warn({ vault: vault.name, error: known.message }, 'What a vault could protect cannot be listed.');
      return null;
    }
  }

  return {
    /** Token of the first page. */
    start: toToken(0, null),
    isToken: (token: string | null): token is string => token?.startsWith(`["${mark}"`) === true,
    async list(
      { size, token }: PageRequest & { readonly token: string },
      call: CallOptions,
    ): Promise<ProtectedItemPage> {
      const [, at, inner] = parseToken(token, tokenWire, 'unprotected items', connection);
      const page = await lists.page(listingOf(managements[at] ?? ''), { size, token: inner }, call);
      const found = page.rows.map((row) => readProtectable(row, { connection, list: page.list }));
      const later = at + 1 < managements.length ? toToken(at + 1, null) : null;
      return {
        records: found.flatMap((each) => (each?.kind === 'record' ? [each.record] : [])),
        rejected: found.flatMap((each) => (each?.kind === 'rejected' ? [each.rejection] : [])),
        next: page.next === null ? later : toToken(at, page.next),
      };
    },
    /** Null where no vault has discovered it, or where one protects it. */
    async find(key: JobKey, call: CallOptions): Promise<ProtectedItemRecord | null> {
      const address = parseItemKey(key);
      const [list = ''] = key;
      if (address === null) return null;
      const lowered = JSON.stringify(key.map((part) => part.toLowerCase()));
      for (const management of managements) {
        const first = await askUnlessRefused(address.vault, management, call);
        const path = listPath(address.vault, listName);
        const rows = first === null ? [] : await lists.all('unprotected items', Promise.resolve(first), path, call);
        for (const row of rows) {
          const found = readProtectable(row, { connection, list });
          if (found?.kind === 'record' && JSON.stringify(found.record.key) === lowered) return found.record;
        }
      }
      return null;
    },
  };
}
