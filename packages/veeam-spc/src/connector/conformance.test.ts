import { describeConformance } from '@crossvault/harness';
import { veeamSpc } from '../index.ts';

describeConformance('veeam-spc', {
  definition: veeamSpc,
  unreadableDuration: { lastDuration: 'long' },
  inventedStatus: {
    word: 'Hibernating',
    merge: { lastSessionStatus: 'Hibernating', lastSessionStatusId: 'Hibernating' },
  },
  recordWithoutId: { name: 'Nameless', lastSessionStatus: 'Success', lastRun: '2026-03-01T01:00:00Z' },
  // Lists of v2 take no filter, and no version links its pages.
  strangeFaults: ['ignored-filter', 'endless-link', 'foreign-link'],
  variant: { name: 'v2', open: { veeamSpc: { apiVersion: 'v2' } } },
});

describeConformance('veeam-spc', {
  definition: veeamSpc,
  unreadableDuration: { lastDuration: 'long' },
  inventedStatus: { word: 'Hibernating', merge: { status: 'Hibernating' } },
  recordWithoutId: { name: 'Nameless', status: 'Success', lastRun: '2026-03-01T01:00:00.0000000+00:00' },
  strangeFaults: ['endless-link', 'foreign-link'],
  variant: { name: 'v3', open: { veeamSpc: { apiVersion: 'v3' } } },
});
