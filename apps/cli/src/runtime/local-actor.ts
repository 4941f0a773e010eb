import { userInfo } from 'node:os';
import { scopes } from '@crossvault/core';
import type { Actor } from '@crossvault/engine';

/** Who runs the command: whoever may read the configuration may do what its connections allow. */
export const localActor = (): Actor => ({ name: readUserName(), scopes, connections: null });

/** A user without an entry in the machine's own list has a number all the same. */
function readUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
