import type { Clock } from '@crossvault/contract';
import type { CommandIo } from './command-io.ts';

/** The clock of a command. */
export async function clockOf({ clock }: CommandIo): Promise<Clock> {
  return clock ?? (await import('@crossvault/runtime')).createSystemClock();
}
