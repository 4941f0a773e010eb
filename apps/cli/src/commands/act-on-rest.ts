import { parseUserInstant } from '@crossvault/core/internal';
import { resolveJob } from '@crossvault/engine';
import type { ActFlags } from '../options/act-flags.ts';
import type { CommandIo } from '../output/command-io.ts';
import { performAction } from './perform-action.ts';

export interface ExportJobsFlags extends ActFlags {
  readonly startedAfter?: string;
  readonly startedBefore?: string;
}

/** `crossvault jobs cancel|retry`. */
export const actOnJob = (
  action: 'cancel' | 'retry',
  reference: string,
  flags: ActFlags,
  io: CommandIo,
): Promise<number> =>
  performAction(
    async (engine, call) => ({ action, target: (await resolveJob(engine, reference, call)).job.id, parameters: {} }),
    flags,
    io,
  );

/** `crossvault connections refresh-containers`. */
export const refreshContainers = (target: string, flags: ActFlags, io: CommandIo): Promise<number> =>
  performAction(async () => ({ action: 'refresh-containers', target, parameters: {} }), flags, io);

/** `crossvault connections export-jobs`. */
export async function exportJobsOf(target: string, flags: ExportJobsFlags, io: CommandIo): Promise<number> {
  const { startedAfter, startedBefore } = flags;
  const parameters = {
    startedAfter: startedAfter === undefined ? null : parseUserInstant(startedAfter, 'started-after'),
    startedBefore: startedBefore === undefined ? null : parseUserInstant(startedBefore, 'started-before'),
  };
  return performAction(async () => ({ action: 'export-jobs', target, parameters }), flags, io);
}
