import type { Logger } from '@crossvault/core';
import { type Configuration, openRuntime, type Runtime } from '@crossvault/runtime';
import { toFileSearch } from '../options/file-search.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import type { Terminal } from '../output/terminal.ts';
import { clockOf } from './clock.ts';

const ignore = (): void => undefined;
/** The command reports errors itself, once. */
const silent: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** Options of a command's runtime. */
interface RuntimeUse {
  readonly logger?: Logger;
  /** Creates a missing store, and syncs meanwhile, unless another process does. @default false */
  readonly keepHistory?: boolean;
  /** Creates a missing store without a sync, for operations and the audit log. @default false */
  readonly makeStore?: boolean;
  /** Serves many callers concurrently. @default false */
  readonly servesCallers?: boolean;
}

/** Runs something over the configured connections and closes them, however it ends. */
export async function withRuntime<T>(
  io: CommandIo,
  flags: Pick<GlobalFlags, 'config'>,
  terminal: Terminal,
  run: (runtime: Runtime) => Promise<T>,
  { logger = silent, keepHistory = false, makeStore = keepHistory, servesCallers = false }: RuntimeUse = {},
): Promise<T> {
  const clock = await clockOf(io, flags);
  const runtime = await (io.openRuntime ?? openRuntime)({
    ...toFileSearch(io, flags),
    clock,
    logger,
    keepHistory,
    makeStore,
    servesCallers,
  });
  try {
    for (const warning of toInsecureNotes(runtime.configuration)) terminal.note(warning);
    return await run(runtime);
  } finally {
    await runtime.close();
  }
}

const toInsecureNotes = ({ connections }: Configuration): readonly string[] =>
  connections.flatMap((connection) =>
    connection.fault === null && connection.settings.tls?.insecure === true
      ? [`crossvault: ${connection.name}: TLS certificates are NOT checked here (tls.insecure).`]
      : [],
  );
