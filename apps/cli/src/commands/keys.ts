import { parseUserInstant } from '@crossvault/core/internal';
import { type ApiKey, scopes } from '@crossvault/core/store';
import type { Runtime } from '@crossvault/runtime';
import { namedConnections } from '../options/named-connections.ts';
import { readTexts, readWords } from '../options/read-list-flags.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import { show } from '../output/show.ts';
import { createTerminal } from '../output/terminal.ts';
import { localActor } from '../runtime/local-actor.ts';
import { withRuntime } from '../runtime/with-runtime.ts';

export interface CreateKeyFlags extends GlobalFlags {
  readonly scope: readonly string[];
  readonly connection?: readonly string[];
  readonly expires?: string;
}

/** `crossvault keys create`: prints the text of the key; it cannot be read again. */
export async function createKey(name: string, flags: CreateKeyFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const wanted = readWords('scope', flags.scope, scopes) ?? [];
  const named = readTexts('connection', flags.connection);
  const expiresAt = flags.expires === undefined ? null : parseUserInstant(flags.expires, 'expires');
  const run = async ({ engine, configuration }: Runtime): Promise<number> => {
    const isFirst = !(await engine.hasKeys());
    const connections = named === undefined ? null : namedConnections(named, engine.connectionNames);
    const { key, token } = await engine.createKey({ name, scopes: wanted, connections, expiresAt }, localActor());
    const whole = { key, token: token.reveal() };
    await show(terminal, { whole, rows: [whole], lines: async () => [whole.token] });
    if (terminal.form === 'table') {
      terminal.note(
        `crossvault: created the key "${key.name}" (${key.id}). Its text is shown only once; store it like a password.`,
      );
    }
    if (isFirst) terminal.note(`crossvault: ${toFirstKeyNote(configuration.server)}`);
    const note = noteOnScopes(key);
    if (note !== null) terminal.note(`crossvault: ${note}`);
    return 0;
  };
  return withRuntime(io, flags, terminal, run, { makeStore: true });
}

/** What the first key changes for callers that had none. */
const toFirstKeyNote = ({ auth }: Runtime['configuration']['server']): string =>
  auth === 'none'
    ? 'server.auth is none, so callers on this machine can still read without a key; changes need one.'
    : 'from now on "crossvault serve" asks every caller for an API key, also callers on this machine that only read, and stays so when this key ends. Set server.auth to none to let this machine read without a key.';

/** Scopes do not include each other: a key with `destroy` only is rarely intended. */
const noteOnScopes = ({ scopes: opened }: ApiKey): string | null =>
  opened.includes('destroy') && !opened.includes('operate')
    ? 'this key may remove data, and may not start, stop or change anything: "destroy" does not include "operate". Name both scopes for a key that may do both.'
    : null;

/** `crossvault keys list`: also expired and revoked ones. */
export async function listKeys(flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const data = await engine.listKeys();
    await show(terminal, { whole: { data }, rows: data, lines: () => renderKeys(data, terminal.width) });
    return 0;
  });
}

/** `crossvault keys revoke`: revokes the key. */
export async function revokeKey(id: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const key = await engine.revokeKey(id, localActor());
    await show(terminal, { whole: key, rows: [key], lines: () => renderKeys([key], terminal.width) });
    return 0;
  });
}

async function renderKeys(keys: readonly ApiKey[], width: number): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const { renderGrid } = await import('../output/grid.ts');
  const { toMinuteText } = await import('../output/quantity.ts');
  return renderGrid(
    ['NAME', 'SCOPES', 'CONNECTIONS', 'CREATED (UTC)', 'EXPIRES (UTC)', 'LAST USED (UTC)', 'REVOKED (UTC)', 'ID'].map(
      (title) => ({ title }),
    ),
    keys.map(({ name, scopes: opened, connections, createdAt, expiresAt, lastUsedAt, revokedAt, id }) => [
      name,
      opened.join(', '),
      connections?.join(', ') ?? 'all',
      ...[createdAt, expiresAt, lastUsedAt, revokedAt].map(toMinuteText),
      id,
    ]),
    width,
  );
}
