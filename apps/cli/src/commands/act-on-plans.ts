import { type ActionRequest, CrossvaultError } from '@crossvault/core';
import type { ActFlags } from '../options/act-flags.ts';
import { refuse } from '../options/read-list-flags.ts';
import type { CommandIo } from '../output/command-io.ts';
import { performAction } from './perform-action.ts';
import { resolvePlan } from './resolve-target.ts';

export interface RunFlags extends ActFlags {
  readonly full?: boolean;
}

export interface UpdateFlags extends ActFlags {
  readonly change?: string;
}

export interface RemoveFlags extends ActFlags {
  readonly removeRestorePoints?: 'yes' | 'no';
}

const actOnPlan = (
  reference: string,
  flags: ActFlags,
  io: CommandIo,
  toRequest: (target: string) => ActionRequest,
): Promise<number> =>
  performAction(async (engine, call) => toRequest((await resolvePlan(engine, reference, call)).thing.id), flags, io);

/** `crossvault plans stop|enable|disable`. */
export const switchPlan = (
  action: 'stop' | 'enable' | 'disable',
  reference: string,
  flags: ActFlags,
  io: CommandIo,
): Promise<number> => actOnPlan(reference, flags, io, (target) => ({ action, target, parameters: {} }));

/** `crossvault plans run`. */
export function runPlan(reference: string, flags: RunFlags, io: CommandIo): Promise<number> {
  const parameters = { full: flags.full === true };
  return actOnPlan(reference, flags, io, (target) => ({ action: 'run', target, parameters }));
}

/** `crossvault plans update`. */
export async function updatePlan(reference: string, flags: UpdateFlags, io: CommandIo): Promise<number> {
  const parameters = { change: flags.change === undefined ? {} : readChange(flags.change) };
  return actOnPlan(reference, flags, io, (target) => ({ action: 'update', target, parameters }));
}

/** `crossvault plans remove`. */
export function removePlan(reference: string, flags: RemoveFlags, io: CommandIo): Promise<number> {
  const said = flags.removeRestorePoints;
  const parameters = { removeRestorePoints: said === undefined ? null : said === 'yes' };
  return actOnPlan(reference, flags, io, (target) => ({ action: 'remove', target, parameters }));
}

function readChange(text: string): Record<string, unknown> {
  const change = parseJson(text);
  if (typeof change === 'object' && change !== null && !Array.isArray(change)) return { ...change };
  throw refuse('change', text, 'a JSON object');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = `--change: "${text}" is no JSON.`;
    throw new CrossvaultError({ code: 'invalid-parameter', message, parameter: 'change', cause });
  }
}
