import { statusWord, type VendorShapes } from '../faults/vendor-shapes.ts';

export const azureFaultShapes: VendorShapes = {
  lists: /\/(backupJobs|backupCrrJobs|vaults|backupVaults|subscriptions)$/i,
  identity: /\/oauth2\/|\/metadata\/identity\/|\/\.well-known\/|\/msi\//i,
  rows: ['value'],
  record: '',
  nextLink: 'nextLink',
  offsets: ['$skipToken'],
  filters: ['$filter'],
  tokenTimes: ['expires_on', 'not_before'],
  problem: (status, message) => ({ error: { code: statusWord(status), message } }),
};
