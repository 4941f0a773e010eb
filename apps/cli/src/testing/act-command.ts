import {
  createFakeVendor,
  createManualClock,
  type FakeLedger,
  fakeConnections,
  type ManualClock,
  makeJob,
} from '@crossvault/testkit';
import { openConnections } from './fake-runtime.ts';
import { type Run, type RunOptions, runCrossvault } from './run-crossvault.ts';

/** Two connections, with fake actions instead of vendors. */
export const actCommand =
  (ledger: FakeLedger, clock: ManualClock = createManualClock()) =>
  (argv: readonly string[], options: RunOptions = {}): Promise<Run> =>
    runCrossvault(argv, {
      openRuntime: openConnections(
        fakeConnections({ a: createFakeVendor({ jobs: [makeJob('a', 'one')] }), b: createFakeVendor() }),
        clock,
        ledger,
      ),
      clock,
      ...options,
    });
