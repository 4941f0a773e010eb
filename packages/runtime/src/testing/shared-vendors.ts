import type { Clock } from '@crossvault/core';
import type { EngineConnection } from '@crossvault/engine';
import { createMovingConnector, createMovingVendor, type MovingJob } from '@crossvault/testkit';

/** Connections that several workers share. */
export const connectionNames: readonly string[] = Array.from({ length: 10 }, (_, index) => `shared-${index}`);

/** Jobs that each of them has. */
export const jobsEach = 15;

/** The same jobs in every process: they ended within the last days. */
function jobsOf(connection: string): readonly MovingJob[] {
  const today = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  return Array.from({ length: jobsEach }, (_, index) => ({
    id: `${connection}-${index}`,
    startedAt: new Date(today - (index + 2) * 3_600_000).toISOString(),
    endedAt: new Date(today - (index + 1) * 3_600_000).toISOString(),
    status: 'succeeded',
  }));
}

/** The connections over made-up vendors; `onAsked` comes before every answer to a list. */
export const sharedConnections = (
  clock: Clock,
  onAsked: (connection: string) => Promise<void>,
): readonly EngineConnection[] =>
  connectionNames.map((name) => {
    const vendor = createMovingVendor();
    for (const job of jobsOf(name)) vendor.jobs.set(job.id, job);
    const connector = createMovingConnector(name, vendor, clock);
    const settings = {
      title: 'Moving',
      tags: [],
      deadlineMs: 30_000,
      concurrency: 1,
      checkEndpoint: null,
      fault: null,
    };
    return {
      name,
      vendor: 'moving',
      ...settings,
      connector: {
        ...connector,
        async listJobs(list, query, page, call) {
          await onAsked(name);
          return connector.listJobs(list, query, page, call);
        },
      },
    };
  });
