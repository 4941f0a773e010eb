import { CrossvaultError, jobStatuses } from '@crossvault/core';
import { decodeFeedPosition, type JobChange } from '@crossvault/core/store';
import type { Runtime } from '@crossvault/runtime';
import { readTexts, readWords } from '../../options/read-list-flags.ts';
import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { printLines, printRows } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { storeOf } from '../../runtime/with-store.ts';

export interface WatchFlags extends GlobalFlags {
  readonly connection?: readonly string[];
  readonly status?: readonly string[];
  readonly after?: string;
}

const pageSize = 500;
/** Periods without changes are not logged. */
const quietMs = Number.POSITIVE_INFINITY;

/** `crossvault jobs watch`: changes of status as they happen. It syncs meanwhile, unless another process does. */
export async function watchJobs(flags: WatchFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  if (terminal.form === 'json' || terminal.form === 'yaml') {
    throw new CrossvaultError({
      code: 'invalid-parameter',
      message: `-o ${terminal.form}: this command has no end and prints one line at a time; use -o ndjson or table.`,
      parameter: 'output',
    });
  }
  const asked = flags.after ?? null;
  if (asked !== null) decodeFeedPosition(asked, 'after');
  const request = {
    limit: pageSize,
    connections: readTexts('connection', flags.connection) ?? null,
    statuses: readWords('status', flags.status, jobStatuses) ?? null,
  };
  const run = async (runtime: Runtime): Promise<number> => {
    const after = asked ?? (await storeOf(runtime).lastChange());
    const pages = runtime.engine.followChanges({ ...request, after }, quietMs, { signal: io.signal });
    for await (const { changes } of pages) {
      if (terminal.form === 'ndjson') await printRows(terminal, changes);
      else await printLines(terminal, changes.map(toLine));
    }
    return 0;
  };
  return withRuntime(io, flags, terminal, run, { keepHistory: true });
}

const toLine = ({ at, connection, from, to, id }: JobChange): string =>
  `${at}  ${connection}  ${from ?? 'new'} -> ${to ?? 'deleted'}  ${id}`;
