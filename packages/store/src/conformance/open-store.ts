import type { OpenedStore } from '../opened-store.ts';

/** Gives an empty store; whoever made it closes it. */
export type OpenStore = () => Promise<OpenedStore>;
