import type { Connector } from '@crossvault/core';
import { expect, test } from 'vitest';
import { call, readWith } from './linking-vendors.ts';

const subscription = '11111111-2222-4333-8444-555555555555';
const list = `${subscription}/rg/v1`;
const vault = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v1`;
const [asked, other] = ['aaaaaaaa-1111-4111-8111-111111111111', 'bbbbbbbb-2222-4222-8222-222222222222'];
const item = (name: string) => `${vault}/backupFabrics/Azure/protectionContainers/c;1/protectedItems/${name}`;
const azure = { vaults: [{ subscriptionId: subscription, resourceGroup: 'rg', name: 'v1' }] };
const appliance = { baseUrl: 'https://appliance.example:11005' };
const spc = (apiVersion: string) => ({ baseUrl: 'https://console.example:1281', apiVersion });
const session = { id: other, type: 'Backup', status: 'Success', executionStartTime: '2026-03-01T00:00:00Z' };
const agentJob = {
  instanceUid: other,
  backupAgentUid: 'agent-1',
  name: 'Job',
  lastRun: '2026-03-01T00:00:00Z',
  status: 'Success',
  systemType: 'Windows',
  operationMode: 'Server',
};

interface Case {
  readonly what: string;
  readonly vendor: string;
  readonly settings: object;
  answer(request: Request): unknown;
  run(connector: Connector): Promise<unknown> | undefined;
}

/** What the list has is right, and the single answer is of another. */
const spcAnswer = (request: Request): unknown => {
  const { pathname } = new URL(request.url);
  if (pathname.endsWith('/backupAgents/jobs')) return { data: [{ ...agentJob, instanceUid: asked }], meta: {} };
  if (pathname.endsWith('/backupAgents')) return { data: [], meta: {} };
  return { data: agentJob };
};

const cases: readonly Case[] = [
  {
    what: 'a job of a vault',
    vendor: 'azure-backup',
    settings: azure,
    answer: () => ({ name: other, properties: {} }),
    run: (connector) => connector.getJob([list, asked], call),
  },
  {
    what: 'a policy of a vault',
    vendor: 'azure-backup',
    settings: azure,
    answer: () => ({ id: `${vault}/backupPolicies/${other}`, name: other, properties: {} }),
    run: (connector) => connector.plans?.get([list, asked], call),
  },
  {
    what: 'an item of a vault',
    vendor: 'azure-backup',
    settings: azure,
    answer: () => ({ id: item(other), name: other, properties: {} }),
    run: (connector) => connector.protectedItems?.get([list, 'c;1', asked], call),
  },
  {
    what: 'an operation of a vault',
    vendor: 'azure-backup',
    settings: azure,
    answer: () => ({ id: other, name: other, status: 'Succeeded' }),
    run: (connector) => connector.operations?.get(asked, call),
  },
  {
    what: 'a job of AvePoint',
    vendor: 'avepoint',
    settings: { baseUrl: 'https://graph.example' },
    answer: () => ({ data: { id: other } }),
    run: (connector) => connector.getJob(['', asked], call),
  },
  {
    what: 'a session of an appliance',
    vendor: 'veeam-azure',
    settings: appliance,
    answer: () => session,
    run: (connector) => connector.getJob([asked], call),
  },
  {
    what: 'an operation of an appliance',
    vendor: 'veeam-azure',
    settings: appliance,
    answer: () => ({ id: other, status: 'Running' }),
    run: (connector) => connector.operations?.get(asked, call),
  },
  {
    what: 'a policy of an appliance',
    vendor: 'veeam-azure',
    settings: appliance,
    answer: () => ({ id: other, name: 'B', isEnabled: true }),
    run: (connector) => connector.plans?.get(['virtual-machines', asked], call),
  },
  {
    what: 'an item of an appliance',
    vendor: 'veeam-azure',
    settings: appliance,
    answer: () => ({ id: other, name: 'vm-b' }),
    run: (connector) => connector.protectedItems?.get(['virtual-machines', asked], call),
  },
  {
    what: "an agent's job of a console",
    vendor: 'veeam-spc',
    settings: spc('v3'),
    answer: spcAnswer,
    run: (connector) => connector.getJob(['agent-1', asked, '', 'unread'], call),
  },
  {
    what: "an agent's plan of a console",
    vendor: 'veeam-spc',
    settings: spc('v3'),
    answer: spcAnswer,
    run: (connector) => connector.plans?.get(['agent-1', asked, ''], call),
  },
  {
    what: 'a policy of a console',
    vendor: 'veeam-spc',
    settings: spc('v3'),
    answer: () => ({ data: { instanceUid: other, name: 'B' } }),
    run: (connector) => connector.plans?.get(['policy', asked], call),
  },
  {
    what: 'a job of an older console',
    vendor: 'veeam-spc',
    settings: spc('v2'),
    answer: () => ({ id: other, name: 'Job', lastRun: '2026-03-01T00:00:00Z' }),
    run: (connector) => connector.getJob(['agent-1', asked, '', 'unread'], call),
  },
];

test.each(cases)('$what: an answer about another one is refused, and both are named', async (given) => {
  const { said } = await readWith(
    {
      ...given,
      place: given.what,
      own: '',
      isFollowed: false,
      answer: (request) => Response.json(given.answer(request)),
      run: async (connector) => given.run(connector),
    },
    null,
  );
  expect(said).toMatchObject({ code: 'answer-unreadable', source: 'source' });
  expect(String(said)).toContain(asked);
  expect(String(said)).toContain(other);
});
