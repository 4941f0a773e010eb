import type { ApiKey } from './api-key.ts';

/** The keys that open Crossvault to others. None of their texts is kept: a key is found by the hash of it. */
export interface StoreKeys {
  /** `hash`: SHA-256 of the key's text, in hexadecimal digits. */
  putKey(key: ApiKey, hash: string): Promise<void>;
  /** Null when there is none. */
  findKey(hash: string): Promise<ApiKey | null>;
  /** Newest first, also expired and revoked ones. */
  listKeys(): Promise<readonly ApiKey[]>;
  /** Says when it was revoked, where it was not before. False when there is no such key. */
  revokeKey(id: string, at: string): Promise<boolean>;
  /** Says when it was used last. */
  noteKeyUse(id: string, at: string): Promise<void>;
}
