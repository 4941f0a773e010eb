import type { Fleet } from '../store/make-jobs.ts';

/** As many connections as a house has, of a vendor whose list is one. */
export const facadeFleet: Fleet = { connections: 4, vendor: 'veeam-spc' };
