import { type Answer, parseToken, unreadableAnswer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  isJsonObject,
  type PageRequest,
  parseWire,
  Unreadable,
} from '@crossvault/core';
import { z } from 'zod';
import type { AzureJobClient } from '../client/client.ts';
import type { JobSource, VaultAddress } from '../client/job-source.ts';
import { rowsWire } from '../mapping/wire-protection.ts';
import { goOn, hasCome, noTrail, type Trail, toMark } from './position.ts';
import type { AzureList, Sources } from './sources.ts';

/** A page of a vault's lists other than its jobs. */
export interface VaultRows {
  /** Key of the vault. */
  readonly list: string;
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

type VaultKind = 'vault' | 'backup-vault';

/** What is requested: the first page at a vault, or null where the vault has no such list; and what to call it. */
export interface Listing {
  readonly what: string;
  first(vault: VaultAddress, call: CallOptions, kind: VaultKind): Promise<Answer | null>;
  /** The path of the list, which all of its pages have. */
  path(vault: VaultAddress, kind: VaultKind): string;
  /** Whether Backup vaults have this list, too. @default false */
  readonly ofBackupVaults?: boolean;
}

/** Key of the vault, the link to its next page, then the trail of the links that were followed. */
const tokenWire = z
  .tuple([z.string(), z.string().nullable(), z.int().nonnegative(), z.string().nullable()])
  .rest(z.string());

/** Maximum pages of one list; an endless list ends here. */
const mostPages = 500;

/** Lists of vaults, one vault after the other. Vaults that could not be discovered fail last. */
export function createVaultLists(client: AzureJobClient, sources: Sources, { connection }: ConnectorContext) {
  const readRows = (
    body: unknown,
    what: string,
  ): { readonly rows: readonly unknown[]; readonly link: string | null } => {
    const { value, nextLink } = isJsonObject(body) ? parseWire(rowsWire, body) : {};
    if (!Array.isArray(value)) throw unreadableAnswer(connection, `The list of ${what} came without a list in value.`);
    if (nextLink instanceof Unreadable) {
      throw unreadableAnswer(connection, `The list of ${what} continues at an address that cannot be read.`);
    }
    return { rows: value, link: nextLink === undefined || nextLink === '' ? null : nextLink };
  };

  const parsePlace = (token: string, what: string) => parseToken(token, tokenWire, what, connection);
  const toPosition = (key: string, link: string | null, { count, anchor, recent }: Trail) =>
    JSON.stringify([key, link, count, anchor, ...recent]);

  /** The trail with this link. A repeated link ends the reading. */
  function follow(link: string, trail: Trail, what: string): Trail {
    const mark = toMark(link);
    if (!hasCome(trail, mark)) return goOn(trail, mark);
    throw unreadableAnswer(connection, `The list of ${what} leads round in a circle.`);
  }

  async function vaults(call: CallOptions, ofBackupVaults = false): Promise<readonly AzureList[]> {
    const lists = [...(await sources.lists(call)).values()];
    const isMeant = (isBackupVault: boolean): boolean => !isBackupVault || ofBackupVaults;
    const readable = lists.filter(
      ({ source }) => source !== null && source.kind !== 'secondary-region' && isMeant(source.kind === 'backup-vault'),
    );
    const lost = lists.filter(({ list, source }) => source === null && isMeant(list.key.endsWith('/backup')));
    return [...readable, ...lost];
  }

  /** The first page of a vault, or the one that a link leads to. */
  async function readPage({ what, first, path }: Listing, source: JobSource, link: string | null, call: CallOptions) {
    const { vault } = source;
    const kind = source.kind === 'backup-vault' ? 'backup-vault' : 'vault';
    const answer = await (link === null ? first(vault, call, kind) : client.followPage(link, path(vault, kind), call));
    return answer === null ? { rows: [], link: null } : readRows(answer.body, `${what} of ${source.vault.name}`);
  }

  return {
    vaults,
    /** One page, over all vaults. */
    async page(listing: Listing, page: PageRequest, call: CallOptions): Promise<VaultRows> {
      const lists = await vaults(call, listing.ofBackupVaults);
      const first = lists[0]?.list.key;
      if (first === undefined) return { list: '', rows: [], next: null };
      const [key, link, count, anchor, ...recent] =
        page.token === null ? ([first, null, 0, null] as const) : parsePlace(page.token, listing.what);
      const trail = { count, anchor, recent };
      const at = lists.findIndex(({ list }) => list.key === key);
      const found = lists[at];
      if (found === undefined) throw vaultGone(key, connection);
      if (found.source === null) throw found.error;
      const { rows, link: more } = await readPage(listing, found.source, link, call).catch((error: unknown) => {
        throw lists.length < 2 ? error : atVault(error, key);
      });
      const after = lists[at + 1]?.list.key;
      const next =
        more === null
          ? after && toPosition(after, null, noTrail)
          : toPosition(key, more, follow(more, trail, listing.what));
      return { list: key, rows, next: next ?? null };
    },
    /** All rows of one list that is not paged over vaults. */
    async all(what: string, first: Promise<Answer>, path: string, call: CallOptions): Promise<readonly unknown[]> {
      const all: unknown[] = [];
      let answer = await first;
      for (let pages = 1; pages <= mostPages; pages += 1) {
        const { rows, link } = readRows(answer.body, what);
        all.push(...rows);
        if (link === null) return all;
        answer = await client.followPage(link, path, call);
      }
      throw unreadableAnswer(connection, `The list of ${what} does not end.`);
    },
  };
}

/** Ending here would make the list look complete. */
const vaultGone = (key: string, source: string): CrossvaultError =>
  new CrossvaultError({ code: 'source-not-found', message: `The vault ${key} was removed while it was read.`, source });

/** The same error, with the vault that it happened at: of several vaults one may fail. */
const atVault = (error: unknown, key: string): unknown =>
  CrossvaultError.isInstance(error)
    ? new CrossvaultError({ ...error, code: error.code, message: `${key}: ${error.message}`, cause: error })
    : error;
