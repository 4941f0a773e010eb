import { describeMappingRules } from '@crossvault/testkit';
import { jobMapper } from './map-job.ts';
import { statusWords } from './map-status.ts';
import { jobWire } from './wire.ts';

describeMappingRules('A service provider console', {
  mapper: jobMapper,
  context: {
    connection: 'console',
    list: 'agent-jobs',
    observedAt: '2026-02-01T00:00:00.000Z',
    agent: 'cc52ec30-a1b0-41dd-8b24-553dab48b43f',
    agentName: 'ws-1',
  },
  row: jobWire,
  words: statusWords.rows.map(([word]) => word),
  always: { id: '4610eb17-b41c-4cc5-81d1-938ee6d89b7a', lastRun: '2026-01-31T22:00:00Z' },
});
