import type { VendorShapes } from '../faults/vendor-shapes.ts';

const typeOf = (status: number): string => {
  if (status === 401 || status === 403) return 'security';
  return status === 429 || status >= 500 ? 'transport' : 'logical';
};

/** The second version answers with the rows themselves, the third has them in an envelope; neither links its pages. */
export const toSpcFaultShapes = (version: 'v2' | 'v3'): VendorShapes => ({
  lists: /\/(jobs|backupAgents|backupServers|policies)$/i,
  rows: ['', 'data'],
  record: version === 'v2' ? '' : 'data',
  nextLink: null,
  offsets: ['$skip', 'offset'],
  filters: ['$filter', 'filter'],
  tokenTimes: [],
  problem: (status, message) => ({ errors: [{ message, type: typeOf(status), code: status }] }),
});
