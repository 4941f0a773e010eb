import { describeMappingRules } from '@crossvault/testkit';
import { jobMapper } from './map-job.ts';
import { statusWords } from './map-status.ts';
import { jobErrorWire, jobWire } from './wire.ts';

describeMappingRules('AvePoint', {
  mapper: jobMapper,
  context: { connection: 'm365', list: '', observedAt: '2026-02-01T00:00:00.000Z', jobType: '1' },
  row: jobWire,
  parts: { jobErrors: jobErrorWire },
  words: statusWords.rows.map(([word]) => word),
  always: { id: 'FB1' },
});
