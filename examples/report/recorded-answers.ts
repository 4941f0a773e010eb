const session = (id: string, status: string, minutesAgo: number, policyName: string) => ({
  id,
  type: 'PolicyBackup',
  status,
  executionStartTime: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
  executionStopTime: new Date(Date.now() - (minutesAgo - 10) * 60_000).toISOString(),
  backupJobInfo: { policyId: 'd5b04c3e-8d4b-4f5e-9a52-5f3f6d1e7a10', policyName },
});

const sessions: Readonly<Record<string, readonly object[]>> = {
  'ukwest.example.net': [
    session('0b1f5f7e-19c6-4f02-8fb3-3f4dd1b4ff61', 'Error', 300, 'Nightly'),
    session('6c0d4f0e-5a43-4a9d-9d6c-0a7b6ad0c0b2', 'Success', 310, 'Databases'),
  ],
  'uksouth.example.net': [session('a3c7f4b1-2f0e-4f0c-9a1f-9f2d0b9e5c11', 'Warning', 290, 'Nightly')],
};

/** Answers in place of two appliances. Leave `fetch` out to send real requests. */
export async function answerFromRecord(request: Request): Promise<Response> {
  const results = sessions[new URL(request.url).host] ?? [];
  return Response.json({ offset: 0, limit: 100, totalCount: results.length, results });
}
