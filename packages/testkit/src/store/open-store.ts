import type { JobStore } from '@crossvault/core/store';

/** Returns an empty store, which the test closes. */
export type OpenStore = () => Promise<JobStore>;
