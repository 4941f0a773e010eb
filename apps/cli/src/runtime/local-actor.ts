import { userInfo } from 'node:os';
import { scopes } from '@crossvault/core/store';
import type { Actor } from '@crossvault/engine';

/** The user who runs the command. A user who can read the configuration may do what its connections allow. */
export const localActor = (): Actor => ({ name: readUserName(), scopes, connections: null });

/** A user without an entry in the user database still has a number. */
function readUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
