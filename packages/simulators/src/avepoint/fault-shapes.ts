import { statusWord, type VendorShapes } from '../faults/vendor-shapes.ts';

export const avepointFaultShapes: VendorShapes = {
  lists: /\/cloudbackupjobs$/i,
  identity: /^\/connect\/token$/i,
  rows: ['data'],
  record: 'data',
  nextLink: 'metadata.nextLink',
  offsets: ['pageIndex'],
  filters: ['startTime', 'finishTime', 'jobType', 'objectType', 'jobState'],
  tokenTimes: [],
  problem: (statusCode, message) => ({
    statusCode,
    message,
    errors: [{ code: statusWord(statusCode), field: '', message }],
    data: null,
  }),
};
