import { STATUS_CODES } from 'node:http';
import type { VendorShapes } from '../faults/vendor-shapes.ts';

export const veeamAzureFaultShapes: VendorShapes = {
  lists: /\/jobSessions$/i,
  rows: ['results'],
  record: '',
  nextLink: '_links.next.href',
  offsets: ['Offset'],
  filters: ['Status', 'Types', 'PolicyId', 'VmId', 'ResourceId', 'Filter', 'FromUtc', 'ToUtc'],
  tokenTimes: ['.issued', '.expires'],
  problem: (status, detail) => ({
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Unknown Error',
    status,
    detail,
    traceId: '00-00000000000000000000000000000000-0000000000000000-00',
  }),
  problemType: 'application/problem+json',
};
