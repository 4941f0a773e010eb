import {
  isJsonObject,
  type JobStatus,
  type Operation,
  readInstant,
  readText,
  toJobId,
  Unreadable,
} from '@crossvault/core';
import { parseJobAnswer } from './job-answer.ts';
import { readStatus } from './map-status.ts';
import { type OperationWire, operationWire } from './wire.ts';

/** What the status of an operation says of the request. A warning ends it as well as a success does. */
const operationStatuses: Readonly<Record<JobStatus, Operation['status']>> = {
  queued: 'accepted',
  running: 'running',
  cancelling: 'running',
  succeeded: 'done',
  warning: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  skipped: 'unknown',
  unknown: 'unknown',
};

/** Worst first. */
const byBadness: readonly JobStatus[] = ['failed', 'unknown', 'cancelled', 'warning', 'skipped', 'succeeded'];

/** An operation of the appliance; null when the answer is none. When it ended, and what was requested, it does not report. */
export function toOperation(body: unknown, connection: string): Operation | null {
  const wire = operationWire.safeParse(body).data;
  const id = readText(wire?.id).value;
  if (wire === undefined || id === null) return null;
  const jobs = readJobs(wire.result, connection);
  return {
    id,
    connection,
    action: 'unknown',
    target: connection,
    status: operationStatuses[readStatus(wire.status).value],
    jobs,
    outcome: jobs.every(({ status }) => byBadness.includes(status))
      ? (byBadness.find((status) => jobs.some((job) => job.status === status)) ?? null)
      : null,
    startedAt: readInstant(wire.startTime).value,
    endedAt: null,
    retryAfterSeconds: null,
    error: readError(wire),
    links: {},
  };
}

/** The sessions that the request started, where its result is one or several. */
function readJobs(result: unknown, connection: string): Operation['jobs'] {
  return [result].flat().flatMap((candidate) => {
    if (!isSession(candidate)) return [];
    const context = { connection, list: 'sessions', observedAt: '' };
    const parsed = parseJobAnswer({ get: candidate }, context);
    if (parsed.kind === 'rejected') return [];
    return [{ id: toJobId(connection, parsed.key), status: readStatus(parsed.input.session.status).value }];
  });
}

const isSession = (candidate: unknown): boolean =>
  isJsonObject(candidate) && typeof candidate['type'] === 'string' && typeof candidate['status'] === 'string';

function readError({ error }: OperationWire): Operation['error'] {
  if (error === null || error === undefined) return null;
  if (error instanceof Unreadable)
    return { code: null, message: 'The appliance returned an error that cannot be read.' };
  const words = [error.detail, error.title].map((word) => readText(word).value).find((word) => word !== null);
  return { code: null, message: words ?? 'The appliance returned an error without a message.' };
}
