import type { Action } from '@crossvault/core';
import type { VendorId } from '@crossvault/simulators';

type Parameters = Readonly<Record<string, unknown>>;

/** One sort of change at one vendor. */
export interface WriteCase {
  readonly vendor: VendorId;
  /** Where a vendor has two that differ. */
  readonly version: 'v2' | 'v3' | null;
  readonly action: Action;
  /** Ids of ours are not among them: they are found by `plan`, and by the action. */
  readonly parameters: Parameters;
  /** Name of what it is done to; null: what the step before was done to, else the first thing that offers it. */
  readonly on: string | null;
  /** Name of the plan that is requested; null where none is. */
  readonly plan: string | null;
  /** Done, and over, before: it makes the change possible. */
  readonly before: readonly WriteStep[];
}

export type WriteStep = Pick<WriteCase, 'action' | 'parameters' | 'on' | 'plan'>;

type About = Partial<Pick<WriteCase, 'version' | 'parameters' | 'on' | 'plan' | 'before'>>;

const usual = { version: null, parameters: {}, on: null, plan: null, before: [] } as const;

const one = (vendor: VendorId, action: Action, about: About = {}): WriteCase => ({
  ...usual,
  ...about,
  vendor,
  action,
});

const step = (action: Action, about: Omit<About, 'version' | 'before'> = {}): WriteStep => ({
  action,
  parameters: {},
  on: null,
  plan: null,
  ...about,
});

const retain = { data: 'retain' } as const;
const machine = 'vm-web-01';
const newMachine =
  '/subscriptions/8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/resourceGroups/rg-compute/providers/Microsoft.Compute/virtualMachines/vm-new-01';
const files =
  '/subscriptions/ef4ab5a7-c2c0-4304-af80-af49f48af3d1/resourceGroups/AzureFiles/providers/Microsoft.Storage/storageAccounts/testvault2';

const azureCases: readonly WriteCase[] = [
  one('azure-backup', 'protect', { parameters: { sourceId: `${files}/archive` }, plan: 'schedule1' }),
  one('azure-backup', 'protect', {
    parameters: { sourceId: newMachine },
    plan: 'nightly-vm',
    before: [step('refresh-containers')],
  }),
  one('azure-backup', 'back-up'),
  one('azure-backup', 'cancel', { before: [step('back-up')] }),
  one('azure-backup', 'change-plan', { on: 'testshare', plan: 'schedule2' }),
  one('azure-backup', 'change-plan', { on: machine, plan: 'weekly-vm' }),
  one('azure-backup', 'stop-protection', { parameters: retain }),
  one('azure-backup', 'stop-protection', { parameters: { data: 'delete' }, on: 'testshare' }),
  one('azure-backup', 'stop-protection', { parameters: { data: 'delete' }, on: machine }),
  one('azure-backup', 'resume-protection', { on: 'vm-paused' }),
  one('azure-backup', 'resume-protection', {
    plan: 'schedule1',
    before: [step('stop-protection', { parameters: retain, on: 'testshare' })],
  }),
  one('azure-backup', 'undelete', { on: 'vm-deleted' }),
  one('azure-backup', 'restore', { on: 'testshare' }),
  one('azure-backup', 'restore', { on: 'testshare', parameters: { conflict: 'overwrite' } }),
  one('azure-backup', 'restore', { on: machine, parameters: { destination: files } }),
  one('azure-backup', 'refresh-containers'),
  one('azure-backup', 'export-jobs'),
];

const applianceCases: readonly WriteCase[] = [
  one('veeam-azure', 'run'),
  one('veeam-azure', 'stop', { before: [step('run')] }),
  one('veeam-azure', 'disable'),
  one('veeam-azure', 'enable', { before: [step('disable')] }),
  one('veeam-azure', 'cancel', { before: [step('run')] }),
];

const consoleCases = (version: 'v2' | 'v3'): readonly WriteCase[] => [
  one('veeam-spc', 'run', { version }),
  one('veeam-spc', 'stop', { version, before: [step('run')] }),
  one('veeam-spc', 'cancel', { version, before: [step('run')] }),
];

/** Every change of every vendor. */
export const writeCases: readonly WriteCase[] = [
  ...azureCases,
  ...applianceCases,
  ...consoleCases('v2'),
  one('veeam-spc', 'update', { version: 'v2' }),
  one('veeam-spc', 'remove', { version: 'v2' }),
  ...consoleCases('v3'),
  one('veeam-spc', 'retry', { version: 'v3' }),
  one('veeam-spc', 'disable', { version: 'v3' }),
  one('veeam-spc', 'enable', { version: 'v3', before: [step('disable')] }),
  one('veeam-spc', 'remove', { version: 'v3', parameters: { removeRestorePoints: false } }),
  one('veeam-spc', 'remove', { version: 'v3', parameters: { removeRestorePoints: true } }),
];

/** As a person chooses one of them: `azure-backup restore testshare {"conflict":"overwrite"}`. */
export const nameOf = ({ vendor, version, action, on, plan, parameters, before }: WriteCase): string =>
  [
    version === null ? vendor : `${vendor}-${version}`,
    action,
    on,
    plan,
    Object.keys(parameters).length === 0 ? null : JSON.stringify(parameters),
    before.length === 0 ? null : `after ${before.map((each) => each.action).join(', ')}`,
  ]
    .filter((part) => part !== null)
    .join(' ');
