import { runProbe, tryToken } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type ErrorCode,
  joinSentences,
  type ProbeReport,
} from '@crossvault/core';
import type { AzureJobClient } from '../client/client.ts';
import type { JobSource } from '../client/job-source.ts';
import type { AzureBackupConfig } from '../config.ts';
import { toListFilter } from './list-filter.ts';
import type { AzureList, Sources } from './sources.ts';

interface ProbeSubject {
  readonly client: Pick<AzureJobClient, 'endpoints' | 'tokens' | 'listJobs'>;
  readonly sources: Pick<Sources, 'lists'>;
  readonly config: Pick<
    AzureBackupConfig,
    'credential' | 'apiVersion' | 'backupVaultApiVersion' | 'crossRegionApiVersion'
  >;
}

/** A list that could not be read, by its key. */
interface Refusal {
  readonly key: string;
  readonly error: CrossvaultError;
}

/** Results of the lists, for the following steps. */
interface Seen {
  readonly kinds: Set<JobSource['kind']>;
  read: number;
  readonly denied: Refusal[];
  readonly versions: Refusal[];
}

const dayMs = 86_400_000;

const toAdvice = ({ client, config }: ProbeSubject): Partial<Record<ErrorCode, string>> => ({
  'authentication-failed':
    config.credential.type === 'token'
      ? `The token has to be one for ${client.endpoints.baseUrl}, and it is valid for one hour only.`
      : `Check the credential, and that it is one for ${client.endpoints.authorityHost}.`,
  'permission-denied': 'Give the account the role Backup Reader on these vaults, their resource group or subscription.',
  'source-not-found': 'Check subscriptionId, resourceGroup, name and type of these vaults, and cloud.',
  'source-refused': 'Use an api-version that the answer names, or leave the key out.',
});

/** A token, then the last day of every list, then the rights and versions that these show. */
export function probeConnection(
  subject: ProbeSubject,
  context: ConnectorContext,
  call: CallOptions,
): Promise<ProbeReport> {
  const seen: Seen = { kinds: new Set(), read: 0, denied: [], versions: [] };
  const detail =
    subject.config.credential.type === 'token'
      ? 'The configured token is used as it is; the list shows whether Azure accepts it.'
      : 'A token was granted.';
  return runProbe(
    [
      tryToken(subject.client.tokens, detail),
      { name: 'list', run: (step) => tryLists(subject, seen, context.clock.now(), step) },
      { name: 'access', run: async () => sayAccess(seen) },
      { name: 'version', run: async () => sayVersions(seen, subject.config) },
    ],
    { clock: context.clock, advice: toAdvice(subject) },
    call,
  );
}

/** Rights and versions have separate steps: this step fails only for other errors. */
async function tryLists(subject: ProbeSubject, seen: Seen, nowMs: number, call: CallOptions): Promise<string> {
  const startedAfter = new Date(nowMs - dayMs).toISOString();
  const filter = toListFilter({ startedAfter, startedBefore: null, status: null }, nowMs);
  const lists = [...(await subject.sources.lists(call))];
  const others: Refusal[] = [];
  for (const [key, list] of lists) {
    const error = await refusalOf(list, (source) => subject.client.listJobs(source, filter, call));
    if (list.source !== null) seen.kinds.add(list.source.kind);
    if (error === null) seen.read += 1;
    else listFor(error, seen, others).push({ key, error });
  }
  if (others.length > 0) throw toFailure(others);
  return `${seen.read} of ${lists.length} lists of jobs can be read.`;
}

async function refusalOf(
  { source, error }: AzureList,
  read: (source: JobSource) => Promise<unknown>,
): Promise<CrossvaultError | null> {
  if (source === null) return error;
  return read(source).then(() => null, CrossvaultError.from);
}

function listFor(error: CrossvaultError, seen: Seen, others: Refusal[]): Refusal[] {
  if (error.code === 'permission-denied') return seen.denied;
  return error.upstreamStatus === 400 && /api-?version/i.test(error.message) ? seen.versions : others;
}

/** All of them in one text, under the code of the last. */
function toFailure(refusals: readonly Refusal[]): CrossvaultError {
  const last = refusals.at(-1)?.error ?? CrossvaultError.from('nothing failed');
  const said = refusals.map(({ key, error }) => `${key}: ${error.message}`);
  return new CrossvaultError({ ...last, code: last.code, message: joinSentences(...said) });
}

function sayAccess({ denied }: Seen): string {
  if (denied.length > 0) throw toFailure(denied);
  return 'The account may read the jobs of every vault.';
}

function sayVersions({ kinds, versions }: Seen, config: ProbeSubject['config']): string {
  if (versions.length > 0) throw toFailure(versions);
  const spoken = [
    kinds.has('vault') ? [`Recovery Services ${config.apiVersion}`] : [],
    kinds.has('backup-vault') ? [`Backup vaults ${config.backupVaultApiVersion}`] : [],
    kinds.has('secondary-region') ? [`secondary regions ${config.crossRegionApiVersion}`] : [],
  ];
  return `Spoken: ${spoken.flat().join(', ')}.`;
}
