const session = (id: string, status: string, minutesAgo: number) => ({
  id,
  type: 'PolicyBackup',
  status,
  executionStartTime: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
  backupJobInfo: { policyId: 'd5b04c3e-8d4b-4f5e-9a52-5f3f6d1e7a10', policyName: 'Nightly' },
});

const toPage = (results: readonly object[]): Response =>
  Response.json({ offset: 0, limit: 100, totalCount: results.length, results });

/** What two appliances answer, and one that does not. Leave `fetch` out to send real requests. */
export const recordedVendors = {
  ukwest: async () => toPage([session('0b1f5f7e-19c6-4f02-8fb3-3f4dd1b4ff61', 'Error', 30)]),
  uksouth: async () => toPage([session('6c0d4f0e-5a43-4a9d-9d6c-0a7b6ad0c0b2', 'Success', 45)]),
  ukold: async () => new Response('Bad Gateway', { status: 502 }),
} as const;
