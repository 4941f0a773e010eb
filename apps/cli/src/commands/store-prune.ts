import { parseSince } from '@crossvault/contract';
import { clockOf } from '../clock.ts';
import type { CommandIo, GlobalFlags } from '../command-io.ts';
import { namedConnections } from '../named-connections.ts';
import { show } from '../render/show.ts';
import { createTerminal } from '../terminal.ts';
import { withRuntime } from '../with-runtime.ts';
import { storeOf } from '../with-store.ts';

export interface PruneFlags extends GlobalFlags {
  readonly olderThan: string;
  readonly connection?: string;
  readonly alsoKnown?: boolean;
}

/** A short transaction at a time, so that others can write in between. */
const jobsAtOnce = 1000;

/** `crossvault store prune`: deletes jobs for their age. */
export async function pruneStore(flags: PruneFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const before = parseSince(flags.olderThan, (await clockOf(io)).now(), 'older-than');
  return withRuntime(io, flags, terminal, async (runtime) => {
    const store = storeOf(runtime);
    const { connection = null } = flags;
    if (connection !== null) namedConnections([connection], runtime.engine.connectionNames);
    const request = { connection, before, onlyGone: flags.alsoKnown !== true, limit: jobsAtOnce };
    let deleted = 0;
    let last = jobsAtOnce;
    while (last === jobsAtOnce) {
      io.signal.throwIfAborted();
      last = await store.deleteOlderThan(request);
      deleted += last;
    }
    const facts = { deleted, before };
    await show(terminal, {
      whole: facts,
      rows: [facts],
      lines: async () => [`${deleted} ${deleted === 1 ? 'job' : 'jobs'} from before ${before} deleted.`],
    });
    return 0;
  });
}
