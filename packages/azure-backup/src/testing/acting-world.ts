import type { Action, Connector, JobKey, PreparedWrite, ProtectedItemCalls } from '@crossvault/core';
import { type OpenOptions, type OpenSimulator, openSimulator } from '@crossvault/harness';
import { carryOut } from '@crossvault/testkit';
import { azureBackup } from '../index.ts';

/** Things that the simulator protects, by our keys. */
export const files = 'ef4ab5a7-c2c0-4304-af80-af49f48af3d1/azurefiles/azurefilesvault';
export const grown = '8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/rg-backup-weu/rsv-prod-weu';
export const share: JobKey = [files, 'storagecontainer;storage;azurefiles;testvault2', 'azurefileshare;testshare'];
export const database: JobKey = [
  grown,
  'vmappcontainer;compute;rg-compute;sql-prod-1',
  'sqldatabase;mssqlserver;orders',
];
export function machine(name: string): JobKey {
  const names = `iaasvmcontainerv2;rg-compute;${name}`;
  return [grown, `iaasvmcontainer;${names}`, `vm;${names}`];
}

export const usual = { keepUntil: null, type: null } as const;
export const call = { signal: new AbortController().signal };

/** All actions on items, each of which Azure supports. */
export const itemsOf = ({ protectedItems }: Pick<Connector, 'protectedItems'>): Required<ProtectedItemCalls> =>
  protectedItems as Required<ProtectedItemCalls>;

export interface ActingWorld extends OpenSimulator {
  readonly items: Required<ProtectedItemCalls>;
  readonly clock: OpenSimulator['simulators']['clock'];
  /** Carries out a change and returns its result. */
  done(action: Action, making: Promise<PreparedWrite> | undefined): ReturnType<typeof carryOut>;
}

/** A simulator with few jobs, and a connector that may change whatever it likes. */
export async function openActing(options: OpenOptions = {}): Promise<ActingWorld> {
  const world = await openSimulator('azure-backup', azureBackup, {
    jobs: 4,
    start: '2026-03-02T12:00:00Z',
    connect: { allow: ['operate', 'destroy'] },
    ...options,
  });
  const { clock } = world.simulators;
  return {
    ...world,
    items: itemsOf(world.connector),
    clock,
    async done(action, making) {
      if (making === undefined) throw new Error(`${action} is not offered.`);
      return carryOut(world.connector, action, await making, clock);
    },
  };
}

/** All pages of a list. */
export async function readPages<R>(
  read: (token: string | null) => Promise<{ readonly records: readonly R[]; readonly next: string | null }> | undefined,
): Promise<R[]> {
  const records: R[] = [];
  for (let page = await read(null); page !== undefined; page = page.next === null ? undefined : await read(page.next)) {
    records.push(...page.records);
  }
  return records;
}
