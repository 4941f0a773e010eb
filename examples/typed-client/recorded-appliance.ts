/** Answers in place of an appliance, the first time with 429. Leave `fetch` out to send real requests. */
export function createRecordedAppliance(): (request: Request) => Promise<Response> {
  let refusals = 0;
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/oauth2/token') {
      if (request.method === 'DELETE') return new Response(null, { status: 204 });
      return Response.json({
        access_token: 'recorded-token-1',
        token_type: 'bearer',
        refresh_token: 'recorded-token-2',
        expires_in: 3600,
      });
    }
    if (refusals === 0) {
      refusals += 1;
      return Response.json({ message: 'Too many requests.' }, { status: 429, headers: { 'retry-after': '0' } });
    }
    const failed = { id: '14', type: 'PolicyBackup', status: 'Error', executionStartTime: '2026-03-02T01:00:00Z' };
    return Response.json({ offset: 0, limit: 50, totalCount: 1, results: [failed] });
  };
}
