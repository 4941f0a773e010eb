import type { Answer } from '@crossvault/client-kit';
import { type JobRecord, redactAnswer, reportWrite, type WriteReport } from '@crossvault/core';
import type { WriteTracking } from './write-facts.ts';

/** A report without further facts. */
export const reportOf = ({
  status = 'running',
  ...known
}: Partial<Omit<WriteReport, 'tracking'>> & { readonly tracking?: WriteTracking }): WriteReport =>
  reportWrite(status, known);

export const answerOf = ({ response, body }: Answer): unknown => ({
  status: response.status,
  body: redactAnswer(body ?? null),
});

/** State of a run: the request is done when all of its sessions have ended, with any result. */
export function reportRun(sessions: readonly JobRecord[], answer: unknown = null): WriteReport {
  const hasEnded = sessions.every(({ job }) => job.ended);
  return reportOf({
    status: hasEnded ? 'done' : 'running',
    jobs: sessions.map(({ key }) => key),
    ...timesOf(sessions, hasEnded),
    ...(hasEnded ? {} : { tracking: { kind: 'sessions', ids: sessions.map(({ job }) => job.nativeId) } }),
    answer,
  });
}

/** State of sessions that were to be stopped. They existed before, so the change created none. */
export function reportEnding(sessions: readonly JobRecord[], answer: unknown = null): WriteReport {
  const open = sessions.filter(({ job }) => !job.ended);
  if (open.length > 0) {
    return reportOf({ tracking: { kind: 'ending', ids: sessions.map(({ job }) => job.nativeId) }, answer });
  }
  return reportOf({ status: 'done', endedAt: timesOf(sessions, true).endedAt, answer });
}

function timesOf(sessions: readonly JobRecord[], hasEnded: boolean) {
  const starts = sessions.flatMap(({ job }) => job.startedAt ?? []).sort();
  const ends = sessions.flatMap(({ job }) => job.endedAt ?? []).sort();
  return { startedAt: starts[0] ?? null, endedAt: hasEnded ? (ends.at(-1) ?? null) : null };
}
