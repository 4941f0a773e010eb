import { createServer, type RunningServer } from '@crossvault/api';
import { createLogger, parseListen, type Runtime } from '@crossvault/runtime';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import { createLineBuffer } from '../output/line-buffer.ts';
import { clearLine } from '../output/progress-bar.ts';
import { showBackfill } from '../output/show-backfill.ts';
import { createTerminal } from '../output/terminal.ts';
import { clockOf } from '../runtime/clock.ts';
import { untilAborted } from '../runtime/until-aborted.ts';
import { withRuntime } from '../runtime/with-runtime.ts';

export interface ServeFlags extends GlobalFlags {
  readonly listen?: string;
}

/** `crossvault serve`: the REST API, until it is interrupted. */
export async function serve(flags: ServeFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const wanted = flags.listen === undefined ? undefined : parseListen(flags.listen);
  // On a terminal a line goes before the progress that is shown there; elsewhere lines are written together.
  const lines = createLineBuffer(io.stderr);
  const destination = io.stderr.isTTY === true ? { write: (line: string) => io.stderr.write(clearLine + line) } : lines;
  const logger = createLogger({ level: 'info', destination });
  const run = async (runtime: Runtime): Promise<number> => {
    const { server, store, connections } = runtime.configuration;
    for (const note of connections.flatMap(toSetUpNotes)) terminal.note(`crossvault: ${note}`);
    const facade = await createServer({
      engine: runtime.engine,
      listen: wanted ?? server,
      allowedHosts: server.allowedHosts ?? [],
      ...(server.auth === undefined ? {} : { auth: server.auth }),
      logger,
      clock: await clockOf(io, flags),
    });
    try {
      terminal.note(`crossvault: listening on ${facade.url} (try ${facade.url}/v1/jobs); press Ctrl-C to stop.`);
      terminal.note(`crossvault: ${toAuthNote(facade.auth, runtime.store !== null)}`);
      const { synchronizer } = runtime.engine;
      const able = connections.filter(({ fault }) => fault === null).map(({ name }) => name);
      if (store.type === 'sqlite' && synchronizer !== null) {
        // A failing progress display does not stop the server: requests report what is wrong with the store.
        await showBackfill(synchronizer, able, io).catch(() => undefined);
      }
      await untilAborted(io.signal);
      terminal.note('crossvault: stopping; a second signal ends it at once.');
    } finally {
      await facade.close();
    }
    return 0;
  };
  process.once('exit', lines.flush);
  try {
    return await withRuntime(io, flags, terminal, run, { logger, keepHistory: true, servesCallers: true });
  } finally {
    process.off('exit', lines.flush);
    lines.flush();
  }
}

/** The fault of a connection, and warnings that do not prevent its use. */
const toSetUpNotes = ({ fault, warnings }: Runtime['configuration']['connections'][number]): readonly string[] => [
  ...(fault === null ? [] : [fault.message]),
  ...warnings.map((warning) => `warning: ${warning}`),
];

/** Whether callers need a key, and why. */
function toAuthNote({ mode, reason }: RunningServer['auth'], hasStore: boolean): string {
  if (mode === 'none') return `callers on this machine read without an API key, since ${reason}; changes need a key.`;
  const lockedOut = hasStore ? '' : ' There is no store for keys, so every request is refused: configure a store.';
  return `every request needs an API key, since ${reason}.${lockedOut}`;
}
