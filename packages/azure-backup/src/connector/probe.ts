import { runProbe, tryToken } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type ErrorCode,
  type ProbeReport,
} from '@crossvault/contract';
import type { AzureBackupClient } from '../client/client.ts';
import type { Vault } from '../config.ts';
import { toListFilter } from './list-filter.ts';

interface ProbeSubject {
  readonly client: Pick<AzureBackupClient, 'baseUrl' | 'tokens' | 'listJobs'>;
  readonly vaults: readonly Vault[];
}

type Advice = Partial<Record<ErrorCode, string>>;

const dayMs = 86_400_000;

const toAdvice = (baseUrl: string): Advice => ({
  'authentication-failed': `The token has to be one for ${baseUrl}.`,
  'permission-denied': 'The role Backup Reader on the vault is enough.',
  'source-not-found': 'Check subscriptionId, resourceGroup and name of the vault.',
});

/** A token, then the last day of every vault, one after the other. */
export function probeConnection(
  subject: ProbeSubject,
  context: ConnectorContext,
  call: CallOptions,
): Promise<ProbeReport> {
  const { client } = subject;
  const advice = toAdvice(client.baseUrl);
  return runProbe(
    [
      tryToken(client.tokens, 'A token is there; whether it is taken shows with the list.'),
      { name: 'list', run: (step) => listVaults(subject, context.clock.now(), advice, step) },
    ],
    { clock: context.clock, advice },
    call,
  );
}

/** Fails as the last vault that fails, and tells the others before it; the advice about the last is the probe's. */
async function listVaults(
  { client, vaults }: ProbeSubject,
  nowMs: number,
  advice: Advice,
  call: CallOptions,
): Promise<string> {
  const startedAfter = new Date(nowMs - dayMs).toISOString();
  const filter = toListFilter({ startedAfter, startedBefore: null, status: null }, nowMs);
  const failures: CrossvaultError[] = [];
  for (const vault of vaults) {
    await client.listJobs(vault, filter, call).catch((reason: unknown) => {
      const error = CrossvaultError.from(reason);
      failures.push(new CrossvaultError({ ...error, code: error.code, message: `${vault.name}: ${error.message}` }));
    });
  }
  const last = failures.pop();
  if (last === undefined) return 'Every vault listed its jobs.';
  const others = failures.map(({ code, message }) => `${message} ${advice[code] ?? ''}`.trim());
  throw new CrossvaultError({ ...last, code: last.code, message: [...others, last.message].join(' ') });
}
