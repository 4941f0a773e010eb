import { type Connector, CrossvaultError } from '@crossvault/core';
import { expect, test } from 'vitest';
import { call, readWith } from './linking-vendors.ts';

const subscription = '11111111-2222-4333-8444-555555555555';
const list = `${subscription}/rg/v1`;
const guid = '99999999-aaaa-4bbb-8ccc-dddddddddddd';
const vaultsPath = `/subscriptions/${subscription}/providers/Microsoft.RecoveryServices/vaults`;
const found = { id: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v1` };

/** Texts that would make a path lead elsewhere, or that no address can carry. */
const segments = [
  '',
  ' ',
  '.',
  '..',
  '../..',
  'x/..',
  'x/y',
  '/x',
  'x%2fy',
  '%2e%2e',
  '%2E%2E%2F',
  'x\\y',
  '..\\..',
  'x\u0000y',
  'x\ny',
  'x\u007fy',
  's\ud800x',
  'x'.repeat(5000),
] as const;

interface Subject {
  readonly vendor: string;
  readonly settings: object;
  /** What may be asked on the way: vaults are looked up. */
  readonly mayAsk: readonly string[];
  /** Every call that takes a key of which the text is a part. */
  readonly calls: Readonly<Record<string, (connector: Connector, text: string) => Promise<unknown> | undefined>>;
}

const lists = { order: 'none', nativeFilters: [] } as const;
const query = { startedAfter: null, startedBefore: null, status: null };
const azureCalls: Subject['calls'] = {
  'group of a job': (connector, text) => connector.getJob([`${subscription}/${text}/v1`, guid], call),
  'vault of a job': (connector, text) => connector.getJob([`${subscription}/rg/${text}`, guid], call),
  'end of the list of a job': (connector, text) => connector.getJob([`${subscription}/${text}`, guid], call),
  'region of a job': (connector, text) => connector.getJob([`${list}/region/${text}`, guid], call),
  'name of a job': (connector, text) => connector.getJob([list, text], call),
  'vault of a policy': (connector, text) => connector.plans?.get([`${subscription}/rg/${text}`, 'p'], call),
  'name of a policy': (connector, text) => connector.plans?.get([list, text], call),
  'vault of an item': (connector, text) =>
    connector.protectedItems?.get([`${subscription}/${text}/v1`, 'c', 'i'], call),
  'container of an item': (connector, text) => connector.protectedItems?.get([list, text, 'i'], call),
  'name of an item': (connector, text) => connector.protectedItems?.get([list, 'c', text], call),
  'item of recovery points': (connector, text) => connector.protectedItems?.recoveryPoints?.([list, 'c', text], call),
  'id of an operation': (connector, text) => connector.operations?.get(text, call),
  'link in a page token': (connector, text) =>
    connector.listJobs(
      { ...lists, key: list },
      query,
      { size: 5, token: JSON.stringify([`${vaultsPath}/${text}`, 0, null]) },
      call,
    ),
};

const subjects: readonly Subject[] = [
  {
    vendor: 'azure-backup',
    settings: { discover: { subscriptionIds: [subscription], types: ['recovery-services'] } },
    mayAsk: [vaultsPath],
    calls: azureCalls,
  },
  {
    vendor: 'azure-backup',
    settings: { vaults: [{ subscriptionId: subscription, resourceGroup: 'rg', name: 'v1' }] },
    mayAsk: [],
    calls: azureCalls,
  },
  {
    vendor: 'avepoint',
    settings: { baseUrl: 'https://graph.example', locations: ['NAM', 'EUR'] },
    mayAsk: [],
    calls: {
      'id of a job': (connector, text) => connector.getJob(['NAM', text], call),
      'location of a job': (connector, text) => connector.getJob([text === '' ? ' ' : text, 'FB1'], call),
    },
  },
  {
    vendor: 'veeam-azure',
    settings: { baseUrl: 'https://appliance.example:11005' },
    mayAsk: [],
    calls: {
      'id of a session': (connector, text) => connector.getJob([text], call),
      'id of a log': (connector, text) => connector.jobLog?.([text], call),
      'id of a policy': (connector, text) => connector.plans?.get(['virtual-machines', text], call),
      'id of an item': (connector, text) => connector.protectedItems?.get(['virtual-machines', text], call),
      'item of restore points': (connector, text) =>
        connector.protectedItems?.recoveryPoints?.(['virtual-machines', text], call),
      'id of an operation': (connector, text) => connector.operations?.get(text, call),
    },
  },
  {
    vendor: 'veeam-spc',
    settings: { baseUrl: 'https://console.example:1281', apiVersion: 'v3' },
    mayAsk: [],
    calls: {
      'server of a job': (connector, text) => connector.getJob([`server:${text}`, '..', '', 'unread'], call),
      'id of a job': (connector, text) => connector.getJob(['agent-1', text, '', 'unread'], call),
      "id of a server's job": (connector, text) => connector.getJob(['server:s1', text, '', 'unread'], call),
      'id of a policy': (connector, text) => connector.plans?.get(['policy', text], call),
      'id of a plan': (connector, text) => connector.plans?.get(['agent-1', text, ''], call),
    },
  },
  {
    vendor: 'veeam-spc',
    settings: { baseUrl: 'https://console.example:1281', apiVersion: 'v2' },
    mayAsk: [],
    calls: {
      'agent of a job': (connector, text) => connector.getJob([text, guid, '', 'unread'], call),
      'id of a job': (connector, text) => connector.getJob(['agent-1', text, '', 'unread'], call),
      'agent in a page token': (connector, text) =>
        connector.listJobs(
          { ...lists, key: 'agent-jobs' },
          query,
          { size: 5, token: JSON.stringify([[text, null]]) },
          call,
        ),
    },
  },
];

const cases = subjects.flatMap(({ calls, ...subject }) =>
  Object.entries(calls).flatMap(([place, run]) => segments.map((text) => ({ ...subject, place, run, text }))),
);

test.each(cases)('$vendor, $place: $text sends no request and is not found', async ({ run, text, ...subject }) => {
  const { requests, said } = await readWith(
    {
      ...subject,
      own: '',
      isFollowed: false,
      answer: () => Response.json({ value: [found] }),
      run: async (connector) => run(connector, text),
    },
    null,
  );
  expect(requests.map(({ pathname }) => pathname).filter((path) => !subject.mayAsk.includes(path))).toEqual([]);
  const listed = CrossvaultError.isInstance(said) ? said.code : JSON.stringify(said);
  expect(listed).toMatch(/-not-found$|^invalid-cursor$|link-refused/);
});

test('a vault that was not found is not asked, although its subscription is searched', async () => {
  const { requests, said } = await readWith(
    {
      vendor: 'azure-backup',
      place: '',
      own: '',
      isFollowed: false,
      settings: { discover: { subscriptionIds: [subscription], types: ['recovery-services'] } },
      answer: () => Response.json({ value: [found] }),
      run: (connector) => connector.getJob([`${subscription}/rg/other-vault`, guid], call),
    },
    null,
  );
  expect(said).toMatchObject({ code: 'job-not-found' });
  expect(requests.map(({ pathname }) => pathname)).toEqual([vaultsPath]);
});
