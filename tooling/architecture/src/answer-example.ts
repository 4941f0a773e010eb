/** The variables of the environment from which examples take their secrets. */
export const exampleSecrets: Readonly<Record<string, string>> = {
  AVEPOINT_SECRET: 'a-secret-of-avepoint-1',
  AZURE_TOKEN: 'a-token-of-azure-1',
  VEEAM_PASSWORD: 'a-password-of-veeam-1',
  VSPC_KEY: 'a-key-of-the-console-1',
};

const vault =
  'https://management.azure.com/subscriptions/ef4ab5a7/resourceGroups/files/providers/Microsoft.RecoveryServices/vaults/vault';
const console = 'https://vspc.example.net:1280/api/v3/infrastructure';
const noRows = { data: [], meta: { pagingInfo: { total: 0, count: 0, offset: 0 } } };

/** Answers of the vendors' documented addresses, by method and address without its query: one failed job each. */
const answers: Readonly<Record<string, unknown>> = {
  'POST https://veeam.example.net/api/oauth2/token': { access_token: 'a-token-of-veeam-1', expires_in: 3600 },
  'DELETE https://veeam.example.net/api/oauth2/token': null,
  'GET https://veeam.example.net/api/v8.1/jobSessions': {
    offset: 0,
    limit: 50,
    totalCount: 1,
    results: [{ id: '14', type: 'PolicyBackup', status: 'Error', executionStartTime: '2026-03-02T01:00:00Z' }],
  },
  [`GET ${vault}/backupJobs`]: {
    value: [
      { name: 'job-1', properties: { operation: 'Backup', status: 'Failed', startTime: '2026-03-02T01:00:00Z' } },
    ],
  },
  [`GET ${console}/backupAgents`]: noRows,
  [`GET ${console}/backupServers/jobs`]: noRows,
  [`GET ${console}/backupAgents/jobs`]: {
    data: [
      {
        instanceUid: '4610eb17',
        name: 'Nightly',
        status: 'Failed',
        lastRun: '2026-03-02T01:00:00Z',
        lastDuration: 98,
        failureMessage: 'The disk is full.',
      },
    ],
    meta: { pagingInfo: { total: 1, count: 1, offset: 0 } },
  },
  'POST https://identity.avepointonlineservices.com/connect/token': {
    access_token: 'a-token-of-avepoint-1',
    expires_in: 3600,
  },
  'GET https://graph-us.avepointonlineservices.com/backup/m365/cloudbackupjobs': {
    statusCode: 200,
    data: [{ id: 'FB1', state: 'Failed', startTime: '2026-03-02T01:00:00Z', finishTime: '2026-03-02T01:10:00Z' }],
    metadata: { nextLink: '', totalNumber: 1 },
  },
};

/** The answer to a request of an example. Throws for an address that no example may request. */
function answerExample(request: Request): Response {
  const { origin, pathname } = new URL(request.url);
  const key = `${request.method} ${origin}${pathname}`;
  if (!Object.hasOwn(answers, key)) throw new Error(`No example may send ${key}.`);
  return answers[key] === null ? new Response(null, { status: 204 }) : Response.json(answers[key]);
}

const isLoopback = /^(?:127\.0\.0\.1|localhost|\[::1\])$/;

/** A `fetch` that sends requests to this machine only, and answers the documented addresses without a network. */
export const answerExamples =
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    return isLoopback.test(new URL(request.url).hostname) ? send(request) : answerExample(request);
  };
