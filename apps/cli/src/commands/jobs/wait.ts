import { type Clock, CrossvaultError, errorTable, type JobView } from '@crossvault/core';
import { type Engine, resolveJob, toJobView } from '@crossvault/engine';
import { readSpanMs } from '../../options/read-list-flags.ts';
import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { failedExitCode, timedOutExitCode, toJobExitCode } from '../../output/job-exit-code.ts';
import { printRows, show } from '../../output/show.ts';
import { createTerminal, type Terminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

export interface WaitFlags extends GlobalFlags {
  readonly timeout?: string;
  readonly failFast?: boolean;
  readonly appearsWithin: string;
}

const lookEveryMs = 5_000;
const mostSeconds = 10_000_000;

interface Waiting {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly failFast: boolean;
  readonly endsAtMs: number;
  readonly appearsByMs: number;
}

/** `crossvault jobs wait`: until jobs have ended. The exit code is their worst result. */
export async function waitForJobs(references: readonly string[], flags: WaitFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const clock = await clockOf(io, flags);
  const timeoutMs =
    flags.timeout === undefined ? Number.POSITIVE_INFINITY : readSpanMs('timeout', flags.timeout, mostSeconds);
  const appearsMs = readSpanMs('appears-within', flags.appearsWithin, mostSeconds);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const waiting: Waiting = {
      engine,
      clock,
      terminal,
      signal: io.signal,
      failFast: flags.failFast === true,
      endsAtMs: clock.monotonicMs() + timeoutMs,
      appearsByMs: clock.monotonicMs() + appearsMs,
    };
    const { jobs, isTimedOut } = await watchToTheEnd(waiting, [...new Set(references)]);
    if (terminal.form !== 'ndjson') await showAll(terminal, jobs, isTimedOut);
    if (isTimedOut) terminal.note('crossvault: timed out before all of them had ended.');
    return isTimedOut ? timedOutExitCode : Math.max(0, ...jobs.map(toExitCode));
  });
}

const toExitCode = ({ status, ended }: JobView): number => (ended ? toJobExitCode(status) : 0);

/** Polls the jobs that have not ended, and prints each job when it has. */
async function watchToTheEnd(
  waiting: Waiting,
  references: readonly string[],
): Promise<{ readonly jobs: readonly JobView[]; readonly isTimedOut: boolean }> {
  const { clock, signal } = waiting;
  const seen = new Map<string, JobView>();
  for (;;) {
    await lookAtAll(waiting, references, seen);
    const jobs = [...seen.values()];
    const leftMs = waiting.endsAtMs - clock.monotonicMs();
    if (isSettled(waiting, references, jobs)) return { jobs, isTimedOut: false };
    if (leftMs <= 0) return { jobs, isTimedOut: true };
    await clock.sleep(Math.min(lookEveryMs, leftMs), { signal });
  }
}

async function lookAtAll(waiting: Waiting, references: readonly string[], seen: Map<string, JobView>): Promise<void> {
  for (const reference of references) {
    const before = seen.get(reference);
    const job = before?.ended === true ? null : await look(waiting, reference, before);
    if (job === null) continue;
    seen.set(reference, job);
    if (job.ended && waiting.terminal.form === 'ndjson') await printRows(waiting.terminal, [job]);
  }
}

function isSettled({ failFast }: Waiting, references: readonly string[], jobs: readonly JobView[]): boolean {
  const hasFailed = jobs.some((job) => toExitCode(job) === failedExitCode);
  return (failFast && hasFailed) || (jobs.length === references.length && jobs.every(({ ended }) => ended));
}

/** The current job at its vendor; null where it does not exist yet, or its source cannot be reached. */
async function look(
  { engine, clock, terminal, signal, appearsByMs }: Waiting,
  reference: string,
  before: JobView | undefined,
): Promise<JobView | null> {
  try {
    const id = before?.id ?? (await resolveJob(engine, reference, { signal })).job.id;
    return toJobView(await engine.getJob(id, { signal }, { fresh: true }), { raw: false });
  } catch (error) {
    const known = CrossvaultError.from(error);
    const mayAppear = known.code === 'job-not-found' && before === undefined && clock.monotonicMs() < appearsByMs;
    if (signal.aborted || !(mayAppear || errorTable[known.code].retryable)) throw known;
    if (!mayAppear) terminal.note(`crossvault: ${known.message} Still waiting.`);
    return null;
  }
}

const showAll = (terminal: Terminal, jobs: readonly JobView[], isTimedOut: boolean): Promise<void> =>
  show(terminal, {
    whole: { data: jobs, timedOut: isTimedOut },
    rows: jobs,
    async lines() {
      if (jobs.length === 0) return [];
      const { renderJobsTable } = await import('../../output/jobs-table.ts');
      const { createPalette } = await import('../../output/palette.ts');
      return renderJobsTable(jobs, terminal.width, createPalette(terminal.color));
    },
  });
