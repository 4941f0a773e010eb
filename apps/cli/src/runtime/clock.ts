import { dirname } from 'node:path';
import { type Clock, createSystemClock } from '@crossvault/core';
import { findConfigurationPath } from '@crossvault/runtime';
import { toFileSearch } from '../options/file-search.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';

/** The clock of a command: the machine's, or with a demo's configuration the demo's, which its REST API uses. */
export async function clockOf(io: CommandIo, flags: Pick<GlobalFlags, 'config'>): Promise<Clock> {
  if (io.clock !== undefined) return io.clock;
  const { followDemoClock } = await import('./demo-clock.ts');
  return followDemoClock(createSystemClock(), dirname(findConfigurationPath(toFileSearch(io, flags))));
}
