import { isRecent } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, JobRecord, WriteCalls, WriteIntent, WriteReport } from '@crossvault/core';
import type { VeeamAzureCalls } from '../client/client.ts';
import { createTracking } from '../client/tracking.ts';
import type { PlanReader } from './plans.ts';
import { isOpen, type PolicySessions } from './policy-sessions.ts';
import { parseFacts, parseTracking, type WriteFacts } from './write-facts.ts';
import { reportEnding, reportOf, reportRun } from './write-report.ts';

type FactsOf<Kind extends WriteFacts['kind']> = Extract<WriteFacts, { readonly kind: Kind }>;

/** How long and how often an accepted start without a session is checked. After that it counts as a lost answer. */
const patienceMs = 60_000;
const lookAgainSeconds = 10;
/** How far the appliance's clock may be behind ours, or a session's start before the request that made it. */
const slackMs = 5 * 60_000;
/** A gateway may queue a request. A session that starts later than this is not attributed to it. */
const longestQueueMs = 30 * 60_000;

/** Determines the results of changes by reading only. */
export function createWriteCalls(
  client: VeeamAzureCalls,
  plans: PlanReader,
  sessions: PolicySessions,
  { clock, connection }: ConnectorContext,
): WriteCalls {
  const operations = createTracking(client, connection);

  /** Runs of the policy that were not there before, and began no sooner than the request. */
  async function findNew({ policyId, known }: FactsOf<'run'>, at: string, call: CallOptions) {
    if (policyId === null) return [];
    const sinceMs = Date.parse(at) - slackMs;
    const newest = await sessions.newest(policyId, call);
    return newest.filter(
      ({ job }) => !known.includes(job.nativeId) && (job.startedAt === null || Date.parse(job.startedAt) >= sinceMs),
    );
  }

  /** A snapshot is followed by its backup: what the answer named may be one of several sessions. */
  async function followRun(intent: WriteIntent, ids: readonly string[], call: CallOptions): Promise<WriteReport> {
    const facts = parseFacts(intent.facts);
    const found = facts.kind === 'run' ? await findNew(facts, intent.at, call) : [];
    const unseen = ids.filter((id) => !found.some(({ job }) => job.nativeId === id));
    return reportRun([...found, ...(await sessions.read(unseen, call))]);
  }

  async function followOperation(intent: WriteIntent, id: string, call: CallOptions): Promise<WriteReport> {
    const seen = await operations.look({ kind: 'operation', id }, call);
    if (seen.state === 'running') {
      return reportOf({ tracking: { kind: 'operation', id }, retryAfterSeconds: seen.waitSeconds });
    }
    if (seen.state === 'done') {
      const started = sessions.within(seen.result);
      return started.length > 0 ? reportRun(started) : followAccepted(intent, call);
    }
    return reportOf({ status: seen.state, error: { code: seen.code, message: seen.message } });
  }

  /** The appliance accepted the request without naming a session. */
  async function followAccepted(intent: WriteIntent, call: CallOptions): Promise<WriteReport> {
    const facts = parseFacts(intent.facts);
    const found = facts.kind === 'run' ? await findNew(facts, intent.at, call) : [];
    if (found.length > 0) return reportRun(found);
    if (isYoung(intent)) return reportOf({ tracking: { kind: 'accepted' }, retryAfterSeconds: lookAgainSeconds });
    return notKnown(
      'The appliance accepted it and named no session, and among its newest sessions the policy has no new one.',
    );
  }

  const isYoung = ({ at }: WriteIntent): boolean => isRecent(at, clock.now(), patienceMs);

  /** A missing effect does not prove that nothing was done: a queued request can reach the appliance late. */
  const notKnown = (message: string): WriteReport => reportOf({ status: 'unknown', error: { code: null, message } });

  async function lookUpRun(facts: FactsOf<'run'>, intent: WriteIntent, call: CallOptions): Promise<WriteReport> {
    if (facts.policyId === null) {
      return notKnown('The appliance returns no id of this policy, so its sessions cannot be found.');
    }
    const found = await findNew(facts, intent.at, call);
    const askedMs = Date.parse(intent.at);
    const nextMs = Date.parse(facts.nextRunAt ?? '');
    const isOwn = ({ job }: JobRecord): boolean => {
      const startedMs = job.startedAt === null ? clock.now() : Date.parse(job.startedAt);
      return startedMs <= askedMs + longestQueueMs && !(askedMs < nextMs && nextMs <= startedMs);
    };
    const own = found.filter(isOwn);
    if (own.length > 0) return reportRun(own);
    return notKnown(
      found.length === 0
        ? `Among its newest sessions the policy has none that began after ${intent.at}.`
        : `The policy has new sessions (${describe(found)}), which the schedule or a later request may have started.`,
    );
  }

  async function lookUpStop(facts: FactsOf<'stop'>, call: CallOptions): Promise<WriteReport> {
    const seen = await sessions.read(facts.sessions, call);
    if (seen.some(({ job }) => job.status === 'cancelling' || job.status === 'cancelled')) return reportEnding(seen);
    const running = seen.filter(isOpen);
    if (running.length > 0) return notKnown(`${describe(running)}: nothing is to be seen of the stop.`);
    return notKnown(
      seen.length === 0
        ? 'The appliance no longer has the session that was to be stopped.'
        : `${describe(seen)}: whether it was stopped, or ended by itself, is not to be seen.`,
    );
  }

  async function lookUpSwitch(facts: FactsOf<'switch'>, call: CallOptions): Promise<WriteReport> {
    const record = await plans.get(facts, call);
    if (record === null) return notKnown('The appliance knows the policy no longer.');
    const { enabled } = record.plan;
    if (enabled === facts.enabled) return reportOf({ status: 'done' });
    if (enabled === null) return notKnown('The policy does not report whether it is enabled.');
    return notKnown(`The policy is still ${enabled ? 'enabled' : 'disabled'}.`);
  }

  async function lookUp(intent: WriteIntent, call: CallOptions): Promise<WriteReport> {
    const facts = parseFacts(intent.facts);
    if (facts.kind === 'run') return lookUpRun(facts, intent, call);
    return facts.kind === 'stop' ? lookUpStop(facts, call) : lookUpSwitch(facts, call);
  }

  return {
    lookUp,
    async follow(intent, seen, call) {
      const tracking = parseTracking(seen);
      switch (tracking.kind) {
        case 'operation':
          return followOperation(intent, tracking.id, call);
        case 'sessions':
          return followRun(intent, tracking.ids, call);
        case 'ending':
          return reportEnding(await sessions.read(tracking.ids, call));
        case 'accepted':
          return followAccepted(intent, call);
        case 'search':
          return lookUp(intent, call);
      }
    },
  };
}

const describe = (records: readonly JobRecord[]): string =>
  records.map(({ job }) => `Session ${job.nativeId} is ${job.nativeStatus ?? job.status}`).join(', ');
