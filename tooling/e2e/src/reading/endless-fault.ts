import type { FaultInput } from '@crossvault/simulators';
import { fc } from '@fast-check/vitest';

/** What a vendor does to every page of its lists, for good: after that there is nothing that could be read. */
export const endlessFault: fc.Arbitrary<FaultInput> = fc.constantFrom<FaultInput>(
  { kind: 'hang' },
  { kind: 'latency', delayMs: 600_000 },
  { kind: 'slow-drip', delayMs: 60_000 },
  { kind: 'reset-before' },
  { kind: 'reset-body' },
  { kind: 'truncated-json' },
  { kind: 'malformed-json' },
  { kind: 'html' },
  { kind: 'unauthorized' },
  { kind: 'not-found' },
  { kind: 'timeout-status' },
  { kind: 'conflict' },
  { kind: 'error-envelope' },
  { kind: 'throttled', wait: { seconds: 5 } },
  { kind: 'throttled', wait: { form: 'date', seconds: 3600 } },
  { kind: 'throttled', wait: { form: 'none', seconds: 1 } },
  { kind: 'status', status: 400 },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, body: 'html' },
  { kind: 'status', status: 520, body: 'none' },
);
