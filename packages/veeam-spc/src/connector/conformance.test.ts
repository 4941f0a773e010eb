import { describeConformance } from '@crossvault/testkit';
import { veeamSpc } from '../index.ts';

describeConformance('veeam-spc', {
  definition: veeamSpc,
  unreadableDuration: { lastDuration: 'long' },
  inventedStatus: {
    word: 'Hibernating',
    merge: { lastSessionStatus: 'Hibernating', lastSessionStatusId: 'Hibernating' },
  },
  recordWithoutId: { name: 'Nameless', lastSessionStatus: 'Success', lastRun: '2026-03-01T01:00:00Z' },
});
