/** Answers of the vendors' documented addresses, by method and address without its query. */
const answers: Readonly<Record<string, unknown>> = {
  'POST https://veeam.example.net/api/oauth2/token': { access_token: 'a-token-of-veeam-1', expires_in: 3600 },
  'DELETE https://veeam.example.net/api/oauth2/token': null,
  'GET https://veeam.example.net/api/v8.1/jobSessions': {
    offset: 0,
    limit: 50,
    totalCount: 1,
    results: [{ id: '14', type: 'PolicyBackup', status: 'Error', executionStartTime: '2026-03-02T01:00:00Z' }],
  },
};

/** The answer to a request of an example. Throws for an address that no example may request. */
export function answerExample(request: Request): Response {
  const { origin, pathname } = new URL(request.url);
  const key = `${request.method} ${origin}${pathname}`;
  if (!Object.hasOwn(answers, key)) throw new Error(`No example may send ${key}.`);
  return answers[key] === null ? new Response(null, { status: 204 }) : Response.json(answers[key]);
}
