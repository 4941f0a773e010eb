import { CrossvaultError } from '@crossvault/core';
import { parseSince } from '@crossvault/core/internal';
import type { AgedCounts, JobStore } from '@crossvault/core/store';
import { deleteAgedRecords } from '@crossvault/engine/internal';
import { namedConnections } from '../../options/named-connections.ts';
import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { storeOf } from '../../runtime/with-store.ts';

export interface PruneFlags extends GlobalFlags {
  readonly olderThan?: string;
  readonly connection?: string;
  readonly alsoKnown?: boolean;
}

/** A short transaction at a time, so that others can write in between. */
const jobsAtOnce = 1000;

/** `crossvault store prune`: deletes jobs for their age, and records that are older than the configured retention. */
export async function pruneStore(flags: PruneFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const clock = await clockOf(io, flags);
  const before = flags.olderThan === undefined ? null : parseSince(flags.olderThan, clock.now(), 'older-than');
  return withRuntime(io, flags, terminal, async (runtime) => {
    const store = storeOf(runtime);
    const { connection = null } = flags;
    if (connection !== null) namedConnections([connection], runtime.engine.connectionNames);
    const { store: settings } = runtime.configuration;
    const { retention = {} } = settings.type === 'none' ? {} : settings;
    if (before === null && Object.keys(retention).length === 0) throw nothingToPrune();
    const deleted = before === null ? 0 : await deleteJobs(store, { connection, before, flags }, io.signal);
    const records = await deleteAgedRecords({ store, clock, retention }, io.signal);
    const facts = { deleted, before, records };
    await show(terminal, { whole: facts, rows: [facts], lines: async () => toLines(facts) });
    return 0;
  });
}

const nothingToPrune = (): CrossvaultError =>
  new CrossvaultError({
    code: 'invalid-parameter',
    message:
      'older-than: there is nothing to delete. Give --older-than for jobs, or set store.retention in the configuration for records.',
    parameter: 'older-than',
  });

interface JobDeletion {
  readonly connection: string | null;
  readonly before: string;
  readonly flags: PruneFlags;
}

async function deleteJobs(
  store: JobStore,
  { connection, before, flags }: JobDeletion,
  signal: AbortSignal,
): Promise<number> {
  const request = { connection, before, onlyGone: flags.alsoKnown !== true, limit: jobsAtOnce };
  let deleted = 0;
  for (let last = jobsAtOnce; last === jobsAtOnce; deleted += last) {
    signal.throwIfAborted();
    last = await store.deleteOlderThan(request);
  }
  return deleted;
}

function toLines({ deleted, before, records }: PruneFacts): readonly string[] {
  return [
    ...(before === null ? [] : [`${deleted} ${deleted === 1 ? 'job' : 'jobs'} from before ${before} deleted.`]),
    ...Object.entries(records).map(([name, count]) => `${name}: ${count} records deleted.`),
  ];
}

interface PruneFacts {
  readonly deleted: number;
  readonly before: string | null;
  readonly records: AgedCounts;
}
