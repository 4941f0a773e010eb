import { expect, test } from 'vitest';
import { soundHistory } from '../sync/compare-history.ts';
import { killServer } from './kill-server.ts';
import { killWorkers } from './kill-workers.ts';

// Real processes are started, killed and started again: how long that takes is the machine's affair. `check:kills` has fifty of each.
const timeoutMs = 600_000;

test(
  'a server that is killed during a backfill continues it: no job is missing or stored twice, and the file is intact',
  async () => {
    const { faults, storedAtKills, jobs } = await killServer({
      kills: 2,
      jobs: 800,
      seed: 20261125,
      longestLife: 40,
    });
    expect(faults).toEqual(soundHistory);
    expect(storedAtKills).toHaveLength(2);
    expect(jobs).toBeGreaterThanOrEqual(800);
  },
  timeoutMs,
);

test(
  'so it is with two workers, killed in turn, while their database is restarted under them',
  async () => {
    const plan = { kills: 2, restarts: 1, jobs: 400, seed: 20261125, longestLife: 20 };
    const { faults, jobs } = await killWorkers(plan);
    expect(faults).toEqual(soundHistory);
    expect(jobs).toBeGreaterThanOrEqual(400);
  },
  timeoutMs,
);
