import { isRecent, nullWhenAbsent } from '@crossvault/client-kit';
import {
  type Action,
  type CallOptions,
  type ConnectorContext,
  type JobRecord,
  joinSentences,
  type WriteIntent,
  type WriteReport,
} from '@crossvault/core';
import type { JobSource } from '../client/job-source.ts';
import { parseListKey } from '../mapping/key.ts';
import { isSoftDeleted } from '../mapping/map-protection.ts';
import { isSamePath } from '../mapping/protection-key.ts';
import type { KnownItem, Protection } from './protection.ts';
import type { RecentJobs } from './recent-jobs.ts';
import { endStep, parseFacts, type WriteFacts } from './write-facts.ts';
import { toWriteReport } from './write-report.ts';

/** Time within which Azure shows an accepted change. */
const patienceMs = 300_000;
const lookAgainSeconds = 30;

/** Operation names of the jobs that a change of an item creates. */
const jobWords: Partial<Record<Action, readonly string[]>> = {
  'back-up': ['Backup'],
  restore: ['Restore'],
  protect: ['ConfigureBackup'],
  'change-plan': ['ConfigureBackup'],
  'resume-protection': ['ConfigureBackup'],
  undelete: ['Undelete'],
};

export interface LookUp {
  /** State of a change whose answer was lost: `unknown` until Azure shows it. */
  ofLost(intent: WriteIntent, call: CallOptions): Promise<WriteReport>;
  /**
   * State of an accepted change without a known operation: the connector waits for a while. `refusal` says why the address
   * that Azure returned was not followed; '' where it returned none, or deleted the operation.
   */
  ofAccepted(intent: WriteIntent, refusal: string, call: CallOptions): Promise<WriteReport>;
  /** Names of the jobs that a change of an item has probably created. */
  jobsOf(intent: WriteIntent, call: CallOptions): Promise<readonly string[]>;
}

/** The findings: whether they show that the change was made, and the checked objects. */
interface Evidence {
  readonly verdict: 'made' | 'not-yet' | 'never-known';
  readonly jobNames: readonly string[];
  readonly looked: string;
}

export interface LookUpOptions {
  readonly protection: Protection;
  readonly recentJobs: RecentJobs;
  readonly context: ConnectorContext;
  readJob(source: JobSource, jobName: string, call: CallOptions): Promise<JobRecord | null>;
}

/** Determines the result of a change by reading: the item's state and later jobs, or the job that was cancelled. */
export function createLookUp({ protection, recentJobs, context, readJob }: LookUpOptions): LookUp {
  const { clock, connection } = context;

  const jobsOf = (intent: WriteIntent, call: CallOptions): Promise<readonly string[]> => {
    const facts = parseFacts(intent.facts, connection);
    return facts.item === null
      ? Promise.resolve([])
      : recentJobs(facts, wordsOf(intent, facts), Date.parse(intent.at), call);
  };

  async function lookAtItem(
    intent: WriteIntent,
    facts: WriteFacts,
    isAccepted: boolean,
    call: CallOptions,
  ): Promise<Evidence> {
    const { container = '', item = '' } = facts.item ?? {};
    const found = await protection.findItem([facts.lists[0] ?? '', container, item], call);
    const jobNames = await jobsOf(intent, call);
    const verdict = toVerdict(intent, facts, found, jobNames, isAccepted);
    const isNamed = verdict === 'made' && jobNames.length === 1;
    return { verdict, jobNames: isNamed ? jobNames : [], looked: describeFindings(intent, facts, found, jobNames) };
  }

  /** A job that ended by itself does not show whether a cancellation was requested. */
  async function lookAtJob({ lists, jobName }: WriteFacts, call: CallOptions): Promise<Evidence> {
    const source = parseListKey(lists[0] ?? '');
    const job = source === null ? null : await nullWhenAbsent(readJob(source, jobName ?? '', call));
    if (job === null) return { verdict: 'never-known', jobNames: [], looked: `The job ${jobName} does not exist.` };
    const { status, nativeStatus, ended } = job.job;
    const looked = `The job ${jobName} is ${nativeStatus ?? status}.`;
    if (status === 'cancelling' || status === 'cancelled') return { verdict: 'made', jobNames: [], looked };
    return { verdict: ended ? 'never-known' : 'not-yet', jobNames: [], looked };
  }

  async function look(
    intent: WriteIntent,
    facts: WriteFacts,
    isAccepted: boolean,
    call: CallOptions,
  ): Promise<Evidence> {
    if (facts.jobName !== null) return lookAtJob(facts, call);
    if (facts.item !== null) return lookAtItem(intent, facts, isAccepted, call);
    const looked = 'Azure does not show whether it accepted this, so Crossvault checked nothing.';
    return { verdict: 'never-known', jobNames: [], looked };
  }

  async function report(
    intent: WriteIntent,
    isAccepted: boolean,
    refusal: string,
    call: CallOptions,
  ): Promise<WriteReport> {
    const facts = parseFacts(intent.facts, connection);
    const { verdict, jobNames, looked } = await look(intent, facts, isAccepted, call);
    const list = facts.lists[0] ?? '';
    const reported = joinSentences(refusal, looked);
    const answers = [reported];
    if (isAccepted && verdict === 'not-yet' && isRecent(intent.at, clock.now(), patienceMs)) {
      const step = { state: 'running', list, by: 'truth', link: '', refusal } as const;
      return toWriteReport([step], { waitSeconds: lookAgainSeconds, answers });
    }
    const end =
      verdict === 'made' ? endStep(list, 'done', { jobNames }) : endStep(list, 'unknown', { message: reported });
    return toWriteReport([end], { waitSeconds: null, answers });
  }

  return {
    ofLost: (intent, call) => report(intent, false, '', call),
    ofAccepted: (intent, refusal, call) => report(intent, true, refusal, call),
    jobsOf,
  };
}

const wordsOf = ({ action }: WriteIntent, { data }: WriteFacts): readonly string[] => {
  if (action !== 'stop-protection') return jobWords[action] ?? [];
  return data === 'delete' ? ['DeleteBackupData'] : ['DisableBackup'];
};

/** A backup leaves the item unchanged and shows only in its job. Two manual backups cannot be distinguished. */
function toVerdict(
  intent: WriteIntent,
  facts: WriteFacts,
  found: KnownItem | null,
  jobNames: readonly string[],
  isAccepted: boolean,
): Evidence['verdict'] {
  if (hasChanged(intent, facts, found)) return 'made';
  const showsInJobs = isAccepted || intent.action === 'back-up' || intent.action === 'restore';
  if (!showsInJobs || jobNames.length === 0) return 'not-yet';
  return jobNames.length === 1 ? 'made' : 'never-known';
}

function describeFindings(
  intent: WriteIntent,
  facts: WriteFacts,
  found: KnownItem | null,
  jobNames: readonly string[],
): string {
  const called = facts.item?.name ?? facts.item?.item;
  const state = found === null ? 'is not there' : `is ${describe(found)}`;
  const jobs = jobNames.length === 0 ? 'none' : jobNames.join(', ');
  return `The item ${called} ${state}; jobs of it since ${intent.at} (${wordsOf(intent, facts).join(' or ')}): ${jobs}.`;
}

/** Whether the item has the requested state, and did not have it before. */
function hasChanged({ action }: WriteIntent, { item: before, policyId, data }: WriteFacts, now: KnownItem | null) {
  if (action === 'stop-protection' && data === 'delete') return now === null || isSoftDeleted(now.item);
  if (now === null) return false;
  const { protection, plan } = now.record.item;
  if (action === 'undelete') return !isSoftDeleted(now.item);
  if (isSoftDeleted(now.item)) return false;
  if (action === 'stop-protection') return protection === 'stopped' && before?.protection !== 'stopped';
  if (policyId === null || !isSamePath(plan?.id ?? '', policyId)) return false;
  const isNew = before?.policyId === null || before?.policyId === undefined || !isSamePath(before.policyId, policyId);
  return isNew || (action === 'resume-protection' && protection !== 'stopped' && protection !== 'paused');
}

function describe({ item, record }: KnownItem): string {
  const state = typeof item.protectionState === 'string' ? item.protectionState : record.item.protection;
  const plan = record.item.plan?.name;
  const deleted = isSoftDeleted(item) ? ', softly deleted' : '';
  return `${state}${deleted}${plan === undefined || plan === null ? '' : ` with the policy ${plan}`}`;
}
