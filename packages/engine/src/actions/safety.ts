import { type ActionRequest, CrossvaultError, type Permission, type WriteTarget } from '@crossvault/core';
import type { EngineConnection } from '../connections/source.ts';
import type { ActOptions, Actor } from './action-calls.ts';

/** Throws where this actor, or any actor, lacks the permission at this connection. */
export function checkPermission(actor: Actor, { name, allow = [] }: EngineConnection, needs: Permission): void {
  if (actor.connections !== null && !actor.connections.includes(name)) {
    throw new CrossvaultError({
      code: 'scope-missing',
      message: `${actor.name} has no access to the connection ${name}.`,
    });
  }
  if (!actor.scopes.includes(needs)) {
    throw new CrossvaultError({
      code: 'scope-missing',
      message: `This needs the scope "${needs}"; ${actor.name} has ${actor.scopes.join(', ') || 'none'}.`,
    });
  }
  if (allow.includes(needs)) return;
  throw new CrossvaultError({
    code: 'connection-read-only',
    message:
      `The connection ${name} does not permit this change: its configuration would need ` +
      `allow: [${needs === 'destroy' ? 'operate, destroy' : 'operate'}].`,
    source: name,
  });
}

/** The name by which a person confirms the target. */
export const nameOf = (target: Pick<WriteTarget, 'name' | 'nativeId'>): string => target.name ?? target.nativeId;

/**
 * Throws where data would be destroyed and the target was not confirmed by its name. `target` is null while it is not known:
 * then only the presence of a confirmation is checked.
 */
export function checkConfirmed(
  { action }: ActionRequest,
  needs: Permission,
  { confirm, dryRun }: ActOptions,
  target: Pick<WriteTarget, 'name' | 'nativeId'> | null,
): void {
  if (needs !== 'destroy' || dryRun) return;
  if (confirm !== null && (target === null || confirm === nameOf(target))) return;
  const asked = confirm === null ? 'Nothing was confirmed' : 'What was confirmed is another name';
  const wanted = target === null ? 'the name of what it is done to' : `"${nameOf(target)}"`;
  throw new CrossvaultError({
    code: 'confirmation-needed',
    message: `"${action}" destroys data. ${asked}: confirm has to be ${wanted}. Nothing was sent.`,
    parameter: 'confirm',
  });
}
