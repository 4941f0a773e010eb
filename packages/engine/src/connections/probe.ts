import {
  type CallOptions,
  type Clock,
  type Connector,
  CrossvaultError,
  type ErrorCode,
  orAbort,
  type Probe,
  type ProbeReport,
  type ProbeStep,
  type SourceCondition,
  startDeadline,
} from '@crossvault/core';
import { redactTexts } from './redact-records.ts';
import { type EngineConnection, type Source, startSourceDeadline } from './source.ts';

/** How long a connector may take, once its deadline is over, to say how far it came. */
const graceMs = 1000;

/**
 * Probes a connection: the network path to each of its addresses; then, when every path is open, the steps of its connector;
 * then its condition. Never rejects: a failure is reported as the step that failed.
 */
export async function probe(source: Source, clock: Clock, call: CallOptions): Promise<Probe> {
  const { connection } = source;
  const { fault } = connection;
  if (connection.connector === null) {
    return toProbe(connection, [failedStep('configuration', fault ?? new Error('there is no connector'))], []);
  }
  let connector: Connector;
  try {
    connector = await orAbort(call.signal, () => source.connector());
  } catch (error) {
    return conclude(source, [failedStep('configuration', error)], unasked);
  }
  // The time starts here: loading the code of the vendor takes nothing of it.
  const startedMs = clock.monotonicMs();
  const deadline = startSourceDeadline(clock, connection, call.signal);
  let paths: readonly ProbeStep[] = [];
  try {
    paths = await reachAll(source, connector, deadline);
    if (!paths.every(({ ok }) => ok)) return conclude(source, paths, unasked);
    const report = await askConnector(source, clock, deadline, call);
    const steps = withCondition([...paths, ...report.steps], conditionSteps(connector.condition()));
    return conclude(source, inOrder(steps), report);
  } catch (error) {
    return conclude(
      source,
      [...paths, { ...failedStep('probe', error), durationMs: Math.round(clock.monotonicMs() - startedMs) }],
      unasked,
    );
  } finally {
    deadline.release();
  }
}

const unasked: ProbeReport = { ok: false, steps: [], deniedFields: [] };

async function reachAll(
  { connection }: Source,
  { addresses }: Connector,
  call: CallOptions,
): Promise<readonly ProbeStep[]> {
  const { checkEndpoint } = connection;
  if (checkEndpoint === null) return [];
  // Where the token comes from the same address as the jobs, there is one path.
  const origins = addresses.map(({ url }) => new URL(url).origin);
  const paths = addresses.filter((_address, index) => origins.indexOf(origins[index] ?? '') === index);
  // What a certificate says of itself is a vendor's text, too.
  return redactTexts((await Promise.all(paths.map((address) => checkEndpoint(address, call)))).flat(), connection.name);
}

/** The connector ends with the source's deadline, and has a moment more to report how far it came. */
async function askConnector(
  source: Source,
  clock: Clock,
  deadline: CallOptions,
  call: CallOptions,
): Promise<ProbeReport> {
  const { name, deadlineMs } = source.connection;
  const overdue = () =>
    new CrossvaultError({
      code: 'source-timeout',
      message: `${name} did not end its probe within ${deadlineMs / 1000} seconds.`,
    });
  const nowMs = clock.monotonicMs();
  const leftMs = (deadline.endsAtMs ?? nowMs) - nowMs;
  const last = startDeadline(clock, leftMs + graceMs, overdue, call.signal);
  try {
    return await source.ask(last, (connector) => connector.probe(deadline));
  } finally {
    last.release();
  }
}

function failedStep(name: string, error: unknown): ProbeStep {
  const { code, message } = CrossvaultError.from(error);
  return { name, ok: false, detail: message, advice: null, code, durationMs: 0 };
}

/** One rule judges every vendor's clock and budget: what a connector says of them itself stands only where it is no milder. */
function withCondition(steps: readonly ProbeStep[], seen: readonly ProbeStep[]): readonly ProbeStep[] {
  const stands = (step: ProbeStep): boolean =>
    !seen.some((other) => other.name === step.name && gravityOf(other) > gravityOf(step));
  const kept = steps.filter(stands);
  return [...kept, ...seen.filter(({ name }) => !kept.some((step) => step.name === name))];
}

function gravityOf({ ok, advice }: ProbeStep): number {
  if (!ok) return 2;
  return advice === null ? 0 : 1;
}

/** The steps of every probe come last. */
const lastSteps = ['clock', 'budget', 'fields'];
const inOrder = (steps: readonly ProbeStep[]): readonly ProbeStep[] =>
  steps.toSorted((one, other) => lastSteps.indexOf(one.name) - lastSteps.indexOf(other.name));

/** Steps after which jobs can be read all the same. */
const partial: ReadonlySet<string> = new Set(['access', 'version', ...lastSteps]);

function conclude(source: Source, steps: readonly ProbeStep[], { deniedFields }: ProbeReport): Probe {
  const { connection } = source;
  source.deniedFields = deniedFields;
  const failed = steps.find(({ ok, name: step }) => !ok && !partial.has(step)) ?? steps.find(({ ok }) => !ok);
  if (failed === undefined) source.note(null, true);
  else if (failed.code !== 'interrupted') source.note(toError(failed), !partial.has(failed.name));
  return toProbe(connection, steps, deniedFields);
}

const toError = ({ code, detail }: ProbeStep): CrossvaultError =>
  new CrossvaultError({ code: code ?? 'source-error', message: detail });

/** No step fails without saying what to do. */
const toProbe = (
  connection: EngineConnection,
  steps: readonly ProbeStep[],
  deniedFields: readonly string[],
): Probe => ({
  connection: connection.name,
  ok: steps.every(({ ok }) => ok),
  steps: steps.map((step) =>
    step.ok ? { ...step } : { ...step, advice: step.advice ?? adviceFor(step.code, connection) },
  ),
  deniedFields: [...deniedFields],
});

/** A header has whole seconds, and its transfer takes a part of one. */
const preciseSeconds = 1;
/** From here on a skew is said, and from here on tokens and signatures are refused for it. */
const noticedSeconds = 60;
const brokenSeconds = 300;
/** Fewer requests than these are gone with one list. */
const fewRequests = 10;

/** Steps that need no request of their own: what the last answers showed of the source's clock and of what is left. */
export function conditionSteps({ clockSkewSeconds, budget }: SourceCondition): readonly ProbeStep[] {
  return [
    ...(clockSkewSeconds === null ? [] : [toClockStep(clockSkewSeconds)]),
    ...(budget === null ? [] : [toBudgetStep(budget)]),
  ];
}

function toClockStep(skewSeconds: number): ProbeStep {
  const seconds = Math.abs(skewSeconds);
  const broken = seconds > brokenSeconds;
  return {
    name: 'clock',
    ok: !broken,
    detail:
      seconds <= preciseSeconds
        ? "The source's clock and this machine's agree."
        : `The source's clock is ${seconds} seconds ${skewSeconds > 0 ? 'ahead of' : 'behind'} this machine's.`,
    advice:
      seconds > noticedSeconds
        ? `Let both follow a time server (NTP): beyond ${brokenSeconds} seconds tokens and signatures are refused, and times of jobs cannot be compared.`
        : null,
    code: broken ? 'clock-skewed' : null,
    durationMs: 0,
  };
}

function toBudgetStep({ remaining, resetAt }: NonNullable<SourceCondition['budget']>): ProbeStep {
  const until = resetAt === null ? '' : `; it is filled up again at ${resetAt}`;
  return {
    name: 'budget',
    ok: true,
    detail: remaining === null ? `The source counts requests${until}.` : `${remaining} requests are left${until}.`,
    advice:
      remaining !== null && remaining < fewRequests
        ? 'Lower concurrency, or give this connection an account of its own: others use the same allowance.'
        : null,
    code: null,
    durationMs: 0,
  };
}

const tryLater = 'It may pass by itself: try again. If it stays, look at the source, and at the request id in the log.';

/** What to do about a failed step whose maker says nothing of its own. */
const advice: Partial<Readonly<Record<ErrorCode, string>>> = {
  'configuration-invalid':
    'Mend the line that is named, or the module that it names; "crossvault config validate" checks the whole file.',
  'secret-missing': 'Set the variable, or write the file, that the named key refers to.',
  'authentication-failed': 'Check credential: the account, its secret, and that it has neither ended nor been locked.',
  'permission-denied': 'Give the account of credential the right to read jobs at the source.',
  'source-not-found': 'Check baseUrl, apiVersion and the names that the configuration gives at the source.',
  'certificate-refused': 'Name the authority of the source in tls.ca.',
  'source-timeout': 'Look at how busy the source is; deadlineSeconds gives it more time.',
  'source-unreachable': 'Check baseUrl, and that this machine can reach it.',
  'source-throttled': 'Lower concurrency, or wait: others may be using the same allowance.',
  'circuit-open': 'Look at what the source answered before; it is asked again once its time is over.',
  'answer-too-large': 'Check baseUrl: is it the API, and not a page of downloads?',
  'answer-unreadable': 'Check baseUrl and apiVersion: is it the API, and no page of a proxy or a log-in?',
  'link-refused': 'The source points to another host: check that baseUrl has the name that it knows itself by.',
  'internal-error': 'This is a fault of ours: report it with the output of doctor.',
};

function adviceFor(code: ErrorCode | null, { vendorModule = null }: EngineConnection): string {
  if (code === 'internal-error' && vendorModule !== null) {
    return `This is a fault of ${vendorModule}, which is no part of Crossvault: mend it there.`;
  }
  return advice[code ?? 'source-error'] ?? tryLater;
}
