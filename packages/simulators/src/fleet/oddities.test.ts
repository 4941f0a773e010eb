import { expect, onTestFinished, test } from 'vitest';
import { type SimulatorsOptions, startSimulators } from '../simulators.ts';
import { VENDOR_IDS } from '../truth.ts';

const INVENTED = /Hibernating|QuantumPolicyBackup|Quarantined|Paused|Parked|Reindex|[Dd]eferred/;

const wordsOf = async (options: SimulatorsOptions): Promise<Map<string, string>> => {
  const simulators = await startSimulators({ jobs: 600, start: '2026-03-02T12:00:00Z', ...options });
  onTestFinished(() => simulators.close());
  const words = simulators.truth().map(({ vendor, nativeStatus, nativeKind }) => [vendor, nativeStatus, nativeKind]);
  const byVendor = Map.groupBy(words, ([vendor]) => String(vendor));
  return new Map([...byVendor].map(([vendor, rows]) => [vendor, JSON.stringify(rows)]));
};

test.each(['v2', 'v3'] as const)(
  'no vendor sends a word that it does not know, and a console speaks %s so',
  async (apiVersion) => {
    const words = await wordsOf({ veeamSpc: { apiVersion } });
    for (const id of VENDOR_IDS) expect(words.get(id)).not.toMatch(INVENTED);
  },
);

test.each(['v2', 'v3'] as const)(
  'every vendor sends invented words where oddities are wanted, and a console of %s too',
  async (apiVersion) => {
    const words = await wordsOf({ oddities: true, veeamSpc: { apiVersion } });
    for (const id of VENDOR_IDS) expect(words.get(id)).toMatch(INVENTED);
  },
);

test('without oddities, every job that has ended has an end time', async () => {
  const simulators = await startSimulators({
    jobs: 600,
    start: '2026-03-02T12:00:00Z',
    vendors: ['azure-backup', 'avepoint'],
  });
  onTestFinished(() => simulators.close());
  const ended = simulators.truth().filter(({ status }) => !['queued', 'running', 'cancelling'].includes(status));
  expect(ended.filter(({ endedAt, status }) => endedAt === null || status === 'unknown')).toEqual([]);
});
