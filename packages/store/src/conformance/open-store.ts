import type { OpenedStore } from '../opened-store.ts';

/** Returns an empty store, which the test closes. */
export type OpenStore = () => Promise<OpenedStore>;
