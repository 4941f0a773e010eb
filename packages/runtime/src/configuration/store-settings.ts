import { resolve } from 'node:path';
import { Secret } from '@crossvault/core';
import { type AgedRecords, agedRecords, type StoreRetention } from '@crossvault/core/store';
import { z } from 'zod';
import { readAuthority } from '../connections/authority.ts';
import type { Issue } from './issue.ts';
import { type ReferenceSources, resolveReferences } from './references.ts';
import { readTextFile } from './text-file.ts';

/** The store of the history. */
export type StoreSettings =
  | { readonly type: 'none' }
  | {
      readonly type: 'sqlite';
      /** Absolute path of the file. */
      readonly path: string;
      /** The path is the default. Only a process that keeps history creates the file; others use it if it exists. */
      readonly isAssumed: boolean;
      readonly retention?: StoreRetention;
    }
  | {
      readonly type: 'postgres';
      /** Of the database, with its password. */
      readonly url: Secret;
      /** How long one statement may take. */
      readonly timeoutSeconds: number;
      readonly retention?: StoreRetention;
    };

/** The default path, beside the configuration file. */
const assumedFile = 'crossvault.db';

const days = z.int().min(1).max(36_500).optional();

const retention = z.strictObject({
  changesDays: days,
  auditDays: days,
  operationsDays: days,
  successesDays: days,
  inventoryDays: days,
  syncStatesDays: days,
} satisfies Record<`${AgedRecords}Days`, unknown>);

const choices = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('none') }),
    z.strictObject({
      type: z.literal('sqlite'),
      url: z.string().trim().min(1, 'must not be empty').optional(),
      retention: retention.optional(),
    }),
    z.strictObject({
      type: z.literal('postgres'),
      url: z.string().trim().min(1, 'must not be empty'),
      timeoutSeconds: z.int().min(1).max(3600).default(30),
      retention: retention.optional(),
    }),
  ],
  {
    error: (issue) =>
      issue.code === 'invalid_union'
        ? 'must be sqlite (history in one file), postgres (history that workers share) or none (every answer is read live from the vendors)'
        : undefined,
  },
);

/** Paths are relative to the folder of the configuration file. */
export const storeSchema = choices.nullish();

/** The parsed settings, and their faults. */
export async function toStoreSettings(
  store: z.output<typeof storeSchema>,
  sources: ReferenceSources,
): Promise<{ readonly settings: StoreSettings; readonly issues: readonly Issue[] }> {
  const { folder } = sources;
  if (store === undefined || store === null)
    return { settings: { type: 'sqlite', path: resolve(folder, assumedFile), isAssumed: true }, issues: [] };
  if (store.type === 'none') return { settings: store, issues: [] };
  if (store.type === 'sqlite')
    return {
      settings: {
        type: 'sqlite',
        path: resolve(folder, store.url ?? assumedFile),
        isAssumed: false,
        ...toRetention(store),
      },
      issues: [],
    };
  const path = ['store', 'url'];
  const { value, issues } = await resolveReferences(store.url, path, sources);
  const url = value instanceof Secret ? value : new Secret(store.url);
  const settings: StoreSettings = {
    type: 'postgres',
    url,
    timeoutSeconds: store.timeoutSeconds,
    ...toRetention(store),
  };
  if (issues.length > 0) return { settings, issues };
  const message = await faultOf(url, value === store.url);
  return { settings, issues: message === null ? [] : [{ path, message, code: 'configuration-invalid' }] };
}

/** The fault of an address, without quoting the address. */
async function faultOf(url: Secret, isWrittenOut: boolean): Promise<string | null> {
  // Loaded only where it is used: most configurations name no database.
  const { faultOfAddress, filesOfAddress, holdsPassword } = await import('@crossvault/store');
  if (isWrittenOut && holdsPassword(url.reveal())) {
    return 'must not contain a password: write it as one reference, such as ${DATABASE_URL}';
  }
  return faultOfAddress(url.reveal()) ?? (await faultOfFiles(filesOfAddress(url.reveal())));
}

/** The fault of the first unusable file of an address. The driver resolves them from the folder of the process. */
async function faultOfFiles(files: Readonly<Record<string, string>>): Promise<string | null> {
  for (const [parameter, file] of Object.entries(files)) {
    if (parameter === 'sslrootcert') {
      const fault = (await readAuthority(file, [], process.cwd())).issues[0]?.message;
      if (fault !== undefined) return `has an sslrootcert that ${fault}`;
      continue;
    }
    const read = readTextFile(resolve(file));
    if (!read.ok) return `has an ${parameter} that names ${resolve(file)}, which ${read.reason}`;
  }
  return null;
}

/** Absent by default, as in every configuration of earlier versions. */
function toRetention(store: { readonly retention?: z.output<typeof retention> | undefined }): {
  readonly retention?: StoreRetention;
} {
  const { retention: said = {} } = store;
  const kept = agedRecords.flatMap((records) => {
    const value = said[`${records}Days`];
    return value === undefined ? [] : [[records, value] as const];
  });
  return kept.length === 0 ? {} : { retention: Object.fromEntries(kept) };
}
