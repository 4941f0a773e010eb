import { type CallOptions, type Connector, type ListQuery, Secret } from '@crossvault/core';
import { loadVendorDefinitions } from '@crossvault/runtime';
import { createTestContext } from '@crossvault/testkit';

const vendors = await loadVendorDefinitions();

export const call: CallOptions = { signal: new AbortController().signal };
const query: ListQuery = { startedAfter: null, startedBefore: null, status: null };
const credential = { type: 'token', token: new Secret('the-token-of-this-test') };

/** One place where a vendor hands out a link, and what a reader does that would meet it. */
export interface LinkCase {
  readonly vendor: string;
  readonly place: string;
  /** The link that the vendor would give in earnest. */
  readonly own: string;
  readonly settings: object;
  /** The answer to a request; `link` null: one without a link. */
  answer(request: Request, link: string | null): Response;
  run(connector: Connector): Promise<unknown>;
  /** Whether the link would be followed if it named the vendor: then its refusal must be reported. */
  readonly isFollowed: boolean;
}

/** What came of one reading: every request that left, and what was said. */
export async function readWith({ vendor, settings, answer, run }: LinkCase, link: string | null) {
  const requests: URL[] = [];
  const definition = vendors.find(({ id }) => id === vendor);
  if (definition === undefined) throw new Error(`There is no vendor ${vendor}.`);
  const config = definition.configSchema.parse({ name: 'source', vendor, credential, ...settings });
  const context = createTestContext({
    connection: 'source',
    fetch: async (request) => {
      requests.push(new URL(request.url));
      return answer(request, link);
    },
  });
  const connector = definition.connect(config, context);
  const said = await run(connector).catch((error: unknown) => error);
  return { requests, said };
}

/** Reads a list of jobs to its end; its warnings. */
async function readJobs(connector: Connector): Promise<readonly string[]> {
  const warnings: string[] = [];
  for (const list of await connector.jobLists(call)) {
    for (let token: string | null = null, pages = 0; pages < 5; pages += 1) {
      const page: Awaited<ReturnType<Connector['listJobs']>> = await connector.listJobs(
        list,
        query,
        { size: 2, token },
        call,
      );
      warnings.push(...page.warnings);
      token = page.next;
      if (token === null) break;
    }
  }
  return warnings;
}

type Paged = (
  page: { size: number; token: string | null },
  call: CallOptions,
) => Promise<{ readonly next: string | null }>;
async function readAll(list: Paged | undefined): Promise<void> {
  for (let token: string | null = null, pages = 0; pages < 5; pages += 1) {
    const page: { readonly next: string | null } | undefined = await list?.({ size: 2, token }, call);
    token = page?.next ?? null;
    if (token === null) return;
  }
}

const subscription = '11111111-2222-4333-8444-555555555555';
const vault = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v1`;
const manager = 'https://management.azure.com';
const vaultKey = `${subscription}/rg/v1`;
const itemPath = `${vault}/backupFabrics/Azure/protectionContainers/c;1/protectedItems/vm;1`;
const vaultSettings = { vaults: [{ subscriptionId: subscription, resourceGroup: 'rg', name: 'v1' }] };

/** A page of Azure's, with a link where one is wanted and it is asked for the list at `path`. */
function azurePage(request: Request, path: string, rows: readonly unknown[], link: string | null): Response {
  const isAsked = decodeURIComponent(new URL(request.url).pathname) === path;
  if (path !== `${vault}/backupJobs` && !isAsked && request.url.includes('protectedItems/')) {
    return Response.json({ id: itemPath, name: 'vm;1', properties: { friendlyName: 'vm' } });
  }
  return Response.json(isAsked ? { value: rows, ...(link === null ? {} : { nextLink: link }) } : { value: [] });
}

const azure = (
  place: string,
  path: string,
  run: LinkCase['run'],
  more: Partial<LinkCase> & { readonly rows?: readonly unknown[] } = {},
): LinkCase => ({
  vendor: 'azure-backup',
  place,
  own: `${manager}${path}?api-version=2025-02-01&$skipToken=abc`,
  settings: vaultSettings,
  answer: (request, link) => azurePage(request, path, more.rows ?? [{ name: 'one', properties: {} }], link),
  run,
  isFollowed: true,
  ...more,
});

const vaultsPath = `/subscriptions/${subscription}/providers/Microsoft.RecoveryServices/vaults`;
const azureCases: readonly LinkCase[] = [
  azure('nextLink of jobs', `${vault}/backupJobs`, readJobs),
  azure('nextLink of policies', `${vault}/backupPolicies`, (connector) => readAll(connector.plans?.list)),
  azure('nextLink of items', `${vault}/backupProtectedItems`, (connector) => readAll(connector.protectedItems?.list)),
  azure('nextLink of recovery points', `${itemPath}/recoveryPoints`, async (connector) =>
    connector.protectedItems?.recoveryPoints?.([vaultKey, 'c;1', 'vm;1'], call),
  ),
  azure('nextLink of vaults', vaultsPath, (connector) => readJobs(connector), {
    settings: { discover: { subscriptionIds: [subscription], types: ['recovery-services'] } },
    rows: [{ id: vault, name: 'v1' }],
  }),
];

const spcList = (link: string | null) => ({
  meta: { pagingInfo: { total: 1, count: 1, offset: 0 }, links: { next: link, self: link } },
  data: [],
  _links: { next: { href: link } },
});

/** Whatever is asked, the answer leads elsewhere. */
const redirecting = (vendor: string, own: string, settings: object): LinkCase => ({
  vendor,
  place: 'redirect',
  own,
  settings,
  answer: (_request, link) =>
    link === null
      ? new Response('{}', { status: 404 })
      : new Response(null, { status: 302, headers: { location: encodeURI(link).replaceAll('%25', '%') } }),
  run: readJobs,
  isFollowed: true,
});

const appliance = 'https://appliance.example:11005';
const console1 = 'https://console.example:1281';
const cloud = 'https://graph.example';
const applianceSettings = { baseUrl: appliance };
const spcSettings = { baseUrl: console1, apiVersion: 'v3' };
const avepointSettings = { baseUrl: cloud };

export const linkCases: readonly LinkCase[] = [
  ...azureCases,
  redirecting('azure-backup', `${manager}${vault}/backupJobs?a=1`, vaultSettings),
  {
    vendor: 'avepoint',
    place: 'nextLink of jobs',
    own: `${cloud}/backup/m365/cloudbackupjobs?pageIndex=1`,
    settings: avepointSettings,
    answer: (_request, link) =>
      Response.json({ data: [{ id: 'a' }], metadata: { nextLink: link ?? '', totalNumber: 9 } }),
    run: readJobs,
    isFollowed: true,
  },
  redirecting('avepoint', `${cloud}/backup/m365/cloudbackupjobs?a=1`, avepointSettings),
  {
    vendor: 'veeam-azure',
    place: '_links of sessions',
    own: `${appliance}/api/v5/jobSessions?Offset=1`,
    settings: applianceSettings,
    answer: (request, link) => {
      const offset = Number(new URL(request.url).searchParams.get('Offset') ?? 0);
      const links = { next: { href: link }, self: { href: link } };
      return Response.json({ offset, limit: 2, results: [{ id: '1', _links: links }], totalCount: 1, _links: links });
    },
    run: readJobs,
    isFollowed: false,
  },
  redirecting('veeam-azure', `${appliance}/api/v5/jobSessions?a=1`, applianceSettings),
  {
    vendor: 'veeam-spc',
    place: 'links of jobs',
    own: `${console1}/api/v3/infrastructure/backupAgents/jobs?offset=1`,
    settings: spcSettings,
    answer: (_request, link) => Response.json(spcList(link)),
    run: readJobs,
    isFollowed: false,
  },
  {
    vendor: 'veeam-spc',
    place: 'Location of a list that comes later',
    own: `${console1}/api/v3/asyncActions/1-2-3?a=1`,
    settings: spcSettings,
    answer: (request, link) =>
      link !== null && request.url.includes('/infrastructure/')
        ? new Response(null, { status: 202, headers: { location: encodeURI(link).replaceAll('%25', '%') } })
        : Response.json(request.url.includes('/asyncActions/1-2-3') ? { data: { status: 'failed' } } : spcList(null)),
    run: readJobs,
    isFollowed: false,
  },
  redirecting('veeam-spc', `${console1}/api/v3/infrastructure/backupAgents/jobs?a=1`, spcSettings),
];
