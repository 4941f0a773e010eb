import {
  asRead,
  defineJobMapper,
  isJsonObject,
  neverTold,
  readDuration,
  readInstant,
  readText,
  unsupported,
  type WireValue,
} from '@crossvault/contract';
import { toJobKey } from './key.ts';
import { readCounts } from './map-counts.ts';
import { readErrors } from './map-errors.ts';
import { readKind } from './map-kind.ts';
import { readStatus } from './map-status.ts';
import { type JobWire, jobWire } from './wire.ts';

interface Input {
  readonly id: string;
  readonly wire: JobWire;
  /** The stamp: in which typed list the job was found; null when none could be asked. */
  readonly jobType: string | null;
}

/** How an open job's end is sent is not documented; an empty text is taken as none. */
const orAbsent = <T>(value: WireValue<T>): WireValue<T> => (value === '' ? null : value);

const countPaths = ['total', 'successful', 'failed', 'skipped'].flatMap((part) => [
  `backupDetails.${part}Number`,
  `backupDetails.${part}Count`,
]);

export const jobMapper = defineJobMapper<Input>({
  vendor: 'avepoint',
  version: 1,
  // The samples' hours have three decimals and are rounded up: 0.014 for 48 seconds, 0.011 for 39.
  durationToleranceSeconds: 3.6,
  parse(raw, context) {
    const answer = raw.get ?? raw.list;
    if (!isJsonObject(answer)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
    const wire = jobWire.parse(answer);
    const { id } = wire;
    if (typeof id !== 'string' || id.trim() === '') {
      const nativeId = typeof answer['id'] === 'number' ? String(answer['id']) : null;
      return { kind: 'rejected', nativeId, reason: 'no-readable-id' };
    }
    const key = toJobKey({ location: context.list, jobId: id });
    return { kind: 'input', input: { id, wire, jobType: context['jobType'] ?? null }, key };
  },
  rules: {
    nativeId: { from: ['id'], rule: 'The id, exactly as it came.', read: ({ id }) => asRead(id) },
    kind: {
      from: ['context.jobType'],
      rule: 'The row does not say: the kind of the typed list that holds the job, other when none does.',
      read: ({ jobType }) => readKind(jobType),
    },
    nativeKind: neverTold(null),
    status: {
      from: ['state'],
      rule: 'The word by the table of states, without regard to case, spaces and hyphens; unknown for any other.',
      read: ({ wire }) => readStatus(wire.state),
    },
    nativeStatus: { from: ['state'], rule: 'The word as it came.', read: ({ wire }) => readText(wire.state) },
    trigger: neverTold('unknown'),
    target: neverTold(null),
    plan: neverTold(null),
    startedAt: {
      from: ['startTime'],
      rule: 'ISO 8601, truncated to milliseconds; UTC where no zone is named.',
      read: ({ wire }) => readInstant(orAbsent(wire.startTime)),
    },
    endedAt: {
      from: ['finishTime'],
      rule: 'ISO 8601, truncated to milliseconds; UTC where no zone is named.',
      read: ({ wire }) => readInstant(orAbsent(wire.finishTime)),
    },
    durationSeconds: {
      from: ['duration', 'startTime', 'finishTime'],
      rule: "The vendor's own figure is in hours with decimals.",
      read: ({ wire }) => readDuration(orAbsent(wire.duration), 'decimal-hours'),
    },
    progressPercent: neverTold(null),
    sizeBytes: neverTold(null),
    transferredBytes: neverTold(null),
    counts: {
      from: countPaths,
      rule: 'Each count by either of its two spellings, the one in Number first.',
      read: ({ wire }) => readCounts(wire.backupDetails),
    },
    tasks: neverTold([]),
    errors: {
      from: ['jobErrors'],
      rule: 'One for each entry: value is the message, and the code too where isErrorCode says so; number is the count.',
      read: ({ wire }) => readErrors(wire.jobErrors),
    },
    actions: { from: [], rule: 'The published API offers no action on a job.', read: () => unsupported([]) },
    details: neverTold({}),
    links: neverTold({}),
  },
});
