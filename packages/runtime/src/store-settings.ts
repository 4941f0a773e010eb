import { resolve } from 'node:path';
import { z } from 'zod';

/** Where history is kept. */
export type StoreSettings =
  | { readonly type: 'none' }
  | {
      readonly type: 'sqlite';
      /** Absolute path of the file. */
      readonly path: string;
      /** The configuration does not say it: only whoever keeps history makes the file, others take it where it is. */
      readonly isAssumed: boolean;
    };

/** Beside the configuration file, where it says nothing else. */
const assumedFile = 'crossvault.db';

const choices = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('none') }),
    z.strictObject({ type: z.literal('sqlite'), url: z.string().trim().min(1, 'must not be empty').optional() }),
  ],
  {
    error: (issue) =>
      issue.code === 'invalid_union'
        ? 'must be sqlite (history in one file) or none (every answer comes live from the vendors)'
        : undefined,
  },
);

/** Paths are relative to the folder of the configuration file. */
export const storeSchema = choices.nullish();

export function toStoreSettings(store: z.output<typeof storeSchema>, folder: string): StoreSettings {
  if (store === undefined || store === null)
    return { type: 'sqlite', path: resolve(folder, assumedFile), isAssumed: true };
  if (store.type === 'none') return store;
  return { type: 'sqlite', path: resolve(folder, store.url ?? assumedFile), isAssumed: false };
}
