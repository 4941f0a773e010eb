import { jobStatuses, redact, type Summary } from '@crossvault/core';
import type { JobStore, ReadCall, SummaryRequest } from '@crossvault/core/store';

type Counts = Summary['total']['counts'];
type Line = Summary['total'];

const noCounts = (): Counts => ({
  queued: 0,
  running: 0,
  cancelling: 0,
  succeeded: 0,
  warning: 0,
  failed: 0,
  cancelled: 0,
  skipped: 0,
  unknown: 0,
});

/** How connections stand; those without a job too, in the order of the configuration. */
export async function summarize(
  store: JobStore,
  connections: readonly { readonly name: string; readonly vendor: string }[],
  request: SummaryRequest,
  call: ReadCall,
): Promise<Summary> {
  const known = await store.summary(request, call);
  const { since, startedBefore, connections: wanted } = request;
  const asked = connections.filter(({ name }) => wanted === null || wanted.includes(name));
  const data = asked.map(({ name, vendor }) => {
    const own = known.find((each) => each.connection === name && each.vendor === vendor);
    const counts = { ...noCounts(), ...own?.counts };
    return {
      connection: name,
      vendor,
      jobs: sum(counts),
      counts,
      problems: own?.problems ?? 0,
      lastSuccessAt: own?.lastSuccessAt ?? null,
      oldestSuccess: hideInTarget(own?.oldestSuccess ?? null, own?.connection),
    };
  });
  return { window: { since, startedBefore }, total: totalOf(data), connections: data };
}

const hideInTarget = (oldest: Line['oldestSuccess'], connection: string | undefined): Line['oldestSuccess'] =>
  oldest === null ? null : { ...oldest, target: redact(oldest.target, connection) };
/** Lines of several connections as one. */
const totalOf = (lines: readonly Line[]): Line => lines.reduce(add, nothing());

const sum = (counts: Counts): number => jobStatuses.reduce((all, status) => all + counts[status], 0);

const nothing = (): Line => ({ jobs: 0, counts: noCounts(), problems: 0, lastSuccessAt: null, oldestSuccess: null });

function add(total: Line, line: Line): Line {
  const counts = noCounts();
  for (const status of jobStatuses) counts[status] = total.counts[status] + line.counts[status];
  return {
    jobs: total.jobs + line.jobs,
    counts,
    problems: total.problems + line.problems,
    lastSuccessAt: later(total.lastSuccessAt, line.lastSuccessAt),
    oldestSuccess: older(total.oldestSuccess, line.oldestSuccess),
  };
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

const older = (a: Line['oldestSuccess'], b: Line['oldestSuccess']): Line['oldestSuccess'] =>
  a === null || (b !== null && b.at < a.at) ? b : a;
