import { describeMappingRules } from '@crossvault/testkit';
import { jobMapper } from './map-job.ts';
import { statusWords } from './map-status.ts';
import { sessionWire } from './wire.ts';

describeMappingRules('An appliance', {
  mapper: jobMapper,
  context: { connection: 'appliance', list: 'sessions', observedAt: '2026-02-01T00:00:00.000Z' },
  row: sessionWire,
  words: [...statusWords.rows.map(([word]) => word), 'PolicyBackup', 'PolicySnapshot'],
  always: { id: 'session-1' },
});
