import type { ActionRequest, CallOptions, ProtectedItem } from '@crossvault/core';
import { parseUserInstant } from '@crossvault/core/internal';
import type { Engine } from '@crossvault/engine';
import type { ActFlags } from '../options/act-flags.ts';
import type { CommandIo } from '../output/command-io.ts';
import { performAction } from './perform-action.ts';
import { resolveItem, resolvePlan } from './resolve-target.ts';

export interface ProtectFlags extends ActFlags {
  readonly connection: string;
  readonly plan: string;
}

export interface BackUpFlags extends ActFlags {
  readonly keepUntil?: string;
  readonly type?: string;
}

export interface PlanFlags extends ActFlags {
  readonly plan?: string;
}

export interface StopFlags extends ActFlags {
  readonly data: 'retain' | 'delete';
}

export interface RestoreFlags extends ActFlags {
  readonly recoveryPoint: string;
  readonly destination: string;
  readonly conflict: 'skip' | 'copy' | 'overwrite' | 'fail';
}

type ToRequest = (item: ProtectedItem, engine: Engine, call: CallOptions) => ActionRequest | Promise<ActionRequest>;

const actOnItem = (reference: string, flags: ActFlags, io: CommandIo, toRequest: ToRequest): Promise<number> =>
  performAction(
    async (engine, call) => toRequest((await resolveItem(engine, reference, call)).thing, engine, call),
    flags,
    io,
  );

/** `crossvault items protect`: protects an item that no plan backs up yet. */
export const protectItem = (sourceId: string, flags: ProtectFlags, io: CommandIo): Promise<number> =>
  performAction(
    async (engine, call) => {
      const plan = await resolvePlan(engine, flags.plan, call, flags.connection);
      return { action: 'protect', target: flags.connection, parameters: { sourceId, planId: plan.thing.id } };
    },
    flags,
    io,
  );

/** `crossvault items back-up`. */
export async function backUpItem(reference: string, flags: BackUpFlags, io: CommandIo): Promise<number> {
  const { keepUntil, type = null } = flags;
  const parameters = {
    keepUntil: keepUntil === undefined ? null : parseUserInstant(keepUntil, 'keep-until'),
    type,
  };
  return actOnItem(reference, flags, io, ({ id }) => ({ action: 'back-up', target: id, parameters }));
}

/** `crossvault items change-plan`. */
export const changePlan = (reference: string, flags: PlanFlags & { readonly plan: string }, io: CommandIo) =>
  actOnItem(reference, flags, io, async ({ id, connection }, engine, call) => {
    const { thing } = await resolvePlan(engine, flags.plan, call, connection);
    return { action: 'change-plan', target: id, parameters: { planId: thing.id } };
  });

/** `crossvault items stop-protection`. */
export const stopProtection = (reference: string, flags: StopFlags, io: CommandIo): Promise<number> =>
  actOnItem(reference, flags, io, ({ id }) => ({
    action: 'stop-protection',
    target: id,
    parameters: { data: flags.data },
  }));

/** `crossvault items resume-protection`. */
export const resumeProtection = (reference: string, flags: PlanFlags, io: CommandIo): Promise<number> =>
  actOnItem(reference, flags, io, async ({ id, connection }, engine, call) => {
    const plan = flags.plan === undefined ? null : await resolvePlan(engine, flags.plan, call, connection);
    return { action: 'resume-protection', target: id, parameters: { planId: plan?.thing.id ?? null } };
  });

/** `crossvault items undelete`. */
export const undelete = (reference: string, flags: ActFlags, io: CommandIo): Promise<number> =>
  actOnItem(reference, flags, io, ({ id }) => ({ action: 'undelete', target: id, parameters: {} }));

/** `crossvault items restore`. */
export function restoreItem(reference: string, flags: RestoreFlags, io: CommandIo): Promise<number> {
  const { recoveryPoint: recoveryPointId, destination, conflict } = flags;
  const parameters = { recoveryPointId, destination, conflict };
  return actOnItem(reference, flags, io, ({ id }) => ({ action: 'restore', target: id, parameters }));
}
