import { nullWhenAbsent, type ProbeTry, runProbe, tryToken } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type ErrorCode,
  isJsonObject,
  type ProbeReport,
  type ProbeStep,
} from '@crossvault/core';
import type { VeeamAzureCalls } from '../client/client.ts';
import { enoughRoles, isLicenceRefusal } from '../client/refusal.ts';
import type { VeeamAzureConfig } from '../config.ts';
import { type ApiVersion, apiVersions } from '../versions.ts';
import { parseSessionList } from './list-page.ts';
import { tryClock, tryVersion } from './probe-system.ts';

type Calls = Omit<VeeamAzureCalls, 'getOperation' | 'items' | 'policies' | 'prepareSessionStop'>;

interface ProbeSubject {
  readonly client: Calls;
  readonly config: Pick<VeeamAzureConfig, 'credential' | 'apiVersion'>;
}

/** Findings that the steps share. */
interface Findings {
  /** Advice by step, also for steps that are ok. */
  readonly advice: Map<string, string>;
  readonly deniedFields: string[];
  sessionId: string | null;
  isListRefused: boolean;
}

/** A token, a page of one session, what else the account may read, and the appliance's own version and time. */
export async function probeConnection(
  subject: ProbeSubject,
  context: ConnectorContext,
  call: CallOptions,
): Promise<ProbeReport> {
  const findings: Findings = { advice: new Map(), deniedFields: [], sessionId: null, isListRefused: false };
  const options = { clock: context.clock, advice: usualAdvice(subject.config) };
  const first = await runProbe([tryTokenOf(subject), tryList(subject, findings, context)], options, call);
  // The advice for a role that may not list also names the other refused calls.
  const continues = first.ok || findings.isListRefused;
  const remaining = [
    tryAccess(subject, findings),
    tryVersion(subject.client, subject.config.apiVersion, findings.advice),
    tryClock(subject.client, context.clock, findings.advice),
    tryFields(subject, findings),
  ];
  const more = continues ? await runProbe(remaining, options, call) : null;
  const steps = [...first.steps, ...(more?.steps ?? [])].map(
    (step): ProbeStep => ({ ...step, advice: findings.advice.get(step.name) ?? step.advice }),
  );
  return { ok: steps.every(({ ok }) => ok), steps, deniedFields: findings.deniedFields };
}

function usualAdvice({ credential }: ProbeSubject['config']): Partial<Record<ErrorCode, string>> {
  return {
    'authentication-failed':
      credential.type === 'token'
        ? 'Get a new token: a token is valid for one hour. With a credential of type password Crossvault renews it.'
        : 'Check username and password, and that multi-factor authentication is turned off for this user.',
    'permission-denied': `Give the account another role: ${enoughRoles}.`,
    'source-not-found': 'Check that baseUrl is the address of the appliance, without /api.',
    'source-unreachable': 'Check baseUrl, and that the firewall lets port 443 of the appliance through.',
    'source-timeout': 'Check that the appliance is up, and that no device in the network drops the connection.',
    'certificate-refused': "Name the appliance's certificate in tls.ca: it is self-signed unless it was replaced.",
  };
}

const tryTokenOf = ({ client, config: { credential } }: ProbeSubject): ProbeTry =>
  tryToken(
    client.tokens,
    credential.type === 'token' ? 'The configured token is used as it is.' : `Logged in as ${credential.username}.`,
  );

const tryList = ({ client, config }: ProbeSubject, findings: Findings, context: ConnectorContext): ProbeTry => ({
  name: 'list',
  async run(call) {
    try {
      const { body } = await client.listSessions({ offset: 0, limit: 1 }, call);
      const [row] = parseSessionList(body, context.connection).results;
      findings.sessionId = isJsonObject(row) && typeof row['id'] === 'string' ? row['id'] : null;
      return row === undefined ? 'The list can be read; it is empty.' : 'Sessions can be read.';
    } catch (error) {
      const { code } = CrossvaultError.from(error);
      if (code === 'source-not-found') findings.advice.set('list', await findVersions(client, config.apiVersion, call));
      const isLicence = isLicenceRefusal(error);
      if (isLicence) findings.advice.set('list', 'Log in to its web console once and accept the licence agreement.');
      findings.isListRefused = code === 'permission-denied' && !isLicence;
      throw error;
    }
  },
});

/** Requests every other version, newest first, because the operator cannot know which one the appliance serves. */
async function findVersions(client: Calls, refused: ApiVersion, call: CallOptions): Promise<string> {
  const served: ApiVersion[] = [];
  for (const version of apiVersions.toReversed().filter((other) => other !== refused)) {
    const answer = client.listSessions({ offset: 0, limit: 1 }, call, version);
    const isServed = await answer.then(
      () => true,
      () => false,
    );
    if (isServed) served.push(version);
  }
  const [newest] = served;
  return newest === undefined
    ? 'It serves no other version either: check that baseUrl is the address of the appliance.'
    : `It serves ${served.join(', ')}: set apiVersion to ${newest}.`;
}

/** Names of the refused reads, for the message. */
const tryAccess = ({ client }: ProbeSubject, findings: Findings): ProbeTry => ({
  name: 'access',
  async run(call) {
    const { sessionId, isListRefused } = findings;
    const isSessionRefused =
      sessionId !== null && (await isRefused(nullWhenAbsent(client.getSession(sessionId, call))));
    const refused = [
      ...(isListRefused ? ['the list of sessions'] : []),
      ...(isSessionRefused ? ['single sessions'] : []),
    ];
    if (refused.length === 0) return 'Sessions can be listed and read one by one.';
    throw new CrossvaultError({
      code: 'permission-denied',
      message: `The appliance refuses this account ${refused.join(' and ')}.`,
      upstreamStatus: 403,
    });
  },
});

/** Without the permission for logs all jobs lack their errors. */
const tryFields = ({ client }: ProbeSubject, findings: Findings): ProbeTry => ({
  name: 'fields',
  async run(call) {
    if (findings.sessionId === null) return 'There is no session yet whose log could be tried.';
    const isDenied = await isRefused(nullWhenAbsent(client.getSessionLog(findings.sessionId, call)));
    if (!isDenied) return 'The logs can be read, and the errors in them.';
    findings.deniedFields.push('errors');
    findings.advice.set('fields', `Give the account a role that may read logs: ${enoughRoles}.`);
    return 'The logs of sessions are refused: jobs come without their errors.';
  },
});

/** Whether a call is refused to this account; every other failure is thrown. */
async function isRefused(reading: Promise<unknown>): Promise<boolean> {
  try {
    await reading;
    return false;
  } catch (error) {
    if (CrossvaultError.isInstance(error) && error.code === 'permission-denied') return true;
    throw error;
  }
}
