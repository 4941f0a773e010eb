import { createFakeVendor, createManualClock, fakeConnections, type ManualClock } from '@crossvault/testkit';
import { createFakeInsight, type FakeJudgement } from '@crossvault/testkit/fakes';
import { openConnections } from './fake-runtime.ts';
import { type Run, type RunOptions, runCrossvault } from './run-crossvault.ts';

/** Two connections of which expected runs and findings are made up. */
export const insightCommand =
  (judgement: FakeJudgement, clock: ManualClock = createManualClock('2026-01-15T12:00:00.000Z')) =>
  (argv: readonly string[], options: RunOptions = {}): Promise<Run> =>
    runCrossvault(argv, {
      async openRuntime() {
        const connections = fakeConnections({ a: createFakeVendor(), b: createFakeVendor() });
        const runtime = await openConnections(connections, clock)();
        return { ...runtime, engine: { ...runtime.engine, insight: createFakeInsight(judgement) } };
      },
      clock,
      ...options,
    });
