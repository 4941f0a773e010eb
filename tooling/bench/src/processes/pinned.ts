import { type ChildProcess, type ForkOptions, fork, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Servers have one core and their callers another: what the one costs is not taken from the other. */
export type Core = 0 | 1;

/** Without `taskset`, or with one core, the system decides where a process runs. */
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;

export const pinning = canPin ? 'server and load on a core each' : 'server and load on any core';

/** What to start so that a command runs on this core alone. */
export const pinned = (core: Core, command: readonly string[]): readonly string[] =>
  canPin ? ['taskset', '-c', String(core), ...command] : command;

/** Forks a module whose process runs on this core alone. */
export function forkPinned(core: Core, module: URL, args: readonly string[] = []): ChildProcess {
  const options: ForkOptions = canPin
    ? { execPath: 'taskset', execArgv: ['-c', String(core), process.execPath] }
    : { execArgv: [] };
  return fork(module, args, options);
}
