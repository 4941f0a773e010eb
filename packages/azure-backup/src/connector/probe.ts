import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  type ErrorCode,
  type ProbeReport,
  type ProbeStep,
} from '@crossvault/contract';
import type { AzureBackupClient } from '../client/client.ts';
import type { Vault } from '../config.ts';
import { toJobFilter } from './job-filter.ts';

const dayMs = 86_400_000;

const advice: Partial<Record<ErrorCode, string>> = {
  'permission-denied': 'The role Backup Reader on the vault is enough.',
  'source-not-found': 'Check subscriptionId, resourceGroup and name of the vault.',
};

/** Gets the token, then lists the last day of every vault, one after the other; stops at the first step that fails. */
export async function probe(
  client: AzureBackupClient,
  vaults: readonly Vault[],
  clock: Clock,
  call: CallOptions,
): Promise<ProbeReport> {
  const token = await tryStep('token', clock, async () => {
    await client.authenticate(call);
    return [];
  });
  const list = async () => {
    const problems: string[] = [];
    for (const vault of vaults) problems.push(...(await tryVault(client, vault, clock, call)));
    return problems;
  };
  const steps = token.ok ? [token, await tryStep('list', clock, list)] : [token];
  return { ok: steps.every((step) => step.ok), steps, deniedFields: [] };
}

async function tryVault(client: AzureBackupClient, vault: Vault, clock: Clock, call: CallOptions): Promise<string[]> {
  const startedAfter = new Date(clock.now() - dayMs).toISOString();
  const filter = toJobFilter({ startedAfter, startedBefore: null, status: null }, clock.now());
  try {
    await client.listJobs(vault, filter, call);
    return [];
  } catch (error) {
    return [`${vault.name}: ${describe(error, client)}`];
  }
}

function describe(error: unknown, client: AzureBackupClient): string {
  const { code, message } = CrossvaultError.from(error);
  const hint = code === 'authentication-failed' ? `The token has to be one for ${client.baseUrl}.` : advice[code];
  return hint === undefined ? message : `${message} ${hint}`;
}

/** Times a step that tells its problems; what it throws is a problem too. */
async function tryStep(name: string, clock: Clock, run: () => Promise<readonly string[]>): Promise<ProbeStep> {
  const begin = clock.now();
  const problems = await run().catch((error: unknown) => [CrossvaultError.from(error).message]);
  return {
    name,
    ok: problems.length === 0,
    detail: problems.length === 0 ? (passed[name] ?? 'ok') : problems.join(' '),
    durationMs: clock.now() - begin,
  };
}

const passed: Partial<Record<string, string>> = {
  token: 'A token is there; whether it is taken shows with the list.',
  list: 'Every vault listed its jobs.',
};
