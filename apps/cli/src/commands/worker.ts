import { CrossvaultError } from '@crossvault/core';
import { createLogger, type Runtime } from '@crossvault/runtime';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import { createTerminal } from '../output/terminal.ts';
import { untilAborted } from '../runtime/until-aborted.ts';
import { withRuntime } from '../runtime/with-runtime.ts';

export interface WorkerFlags extends GlobalFlags {
  readonly concurrency: string;
}

/** `crossvault worker`: syncs connections together with all other workers on the same PostgreSQL, until it is interrupted. */
export async function worker(flags: WorkerFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const concurrency = readConcurrency(flags.concurrency);
  const logger = createLogger({ level: 'info', destination: { write: (line) => io.stderr.write(line) } });
  const run = async (runtime: Runtime): Promise<number> => {
    const { synchronizer, queueOf } = sharedBy(runtime);
    const { connections } = runtime.configuration;
    for (const { fault } of connections) if (fault !== null) terminal.note(`crossvault: ${fault.message}`);
    await synchronizer.share(await queueOf(), concurrency);
    terminal.note(
      `crossvault: syncing up to ${concurrency} of ${connections.length} connections at a time; press Ctrl-C to stop.`,
    );
    await untilAborted(io.signal);
    terminal.note('crossvault: stopping; a second signal ends it at once.');
    return 0;
  };
  return withRuntime(io, flags, terminal, run, { logger });
}

/** Throws where the store cannot be shared by several processes. */
function sharedBy({ configuration: { file, store: settings }, engine: { synchronizer }, store }: Runtime) {
  const queueOf = store?.openQueue;
  if (settings.type === 'postgres' && queueOf !== undefined && synchronizer !== null) return { synchronizer, queueOf };
  const kept =
    settings.type === 'sqlite'
      ? 'keeps the history in one SQLite file, which `crossvault serve` syncs: no worker is needed.'
      : 'says store: { type: none }: nothing is kept, so there is nothing to sync.';
  throw new CrossvaultError({
    code: settings.type === 'sqlite' ? 'store-unsupported' : 'store-missing',
    message: `${file} ${kept} Workers share the connections of a store of type postgres.`,
    parameter: 'store',
  });
}

function readConcurrency(text: string): number {
  const concurrency = Number(text);
  if (Number.isSafeInteger(concurrency) && concurrency >= 1 && concurrency <= 64) return concurrency;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `concurrency "${text}" must be a whole number from 1 to 64.`,
    parameter: 'concurrency',
  });
}
