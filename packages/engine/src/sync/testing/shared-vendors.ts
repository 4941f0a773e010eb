import type { MovingJob } from '@crossvault/testkit';

/** Connections that several workers share. */
export const connectionNames: readonly string[] = Array.from({ length: 10 }, (_, index) => `shared-${index}`);

/** Jobs that each of them has. */
export const jobsEach = 15;

/** The same jobs in every process: they ended within the last days. */
export function jobsOf(connection: string, count: number): readonly MovingJob[] {
  const today = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  return Array.from({ length: count }, (_, index) => ({
    id: `${connection}-${index}`,
    startedAt: new Date(today - (index + 2) * 3_600_000).toISOString(),
    endedAt: new Date(today - (index + 1) * 3_600_000).toISOString(),
    status: 'succeeded',
  }));
}
