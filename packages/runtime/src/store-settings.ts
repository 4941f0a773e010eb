import { z } from 'zod';

/** Where the history is kept. */
export type StoreSettings =
  | { readonly type: 'none' }
  /** `url`: path of the file, from the folder of the configuration. */
  | { readonly type: 'sqlite'; readonly url: string }
  | { readonly type: 'postgres'; readonly url: string };

const url = z.string().min(1);

export const storeSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('none') }),
    z.strictObject({ type: z.literal('sqlite'), url: url.default('./crossvault.db') }),
    z.strictObject({ type: z.literal('postgres'), url }),
  ])
  .nullish()
  .transform((store): StoreSettings => store ?? { type: 'none' });
