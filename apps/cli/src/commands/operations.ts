import { operationStatuses } from '@crossvault/core';
import { toOperationView } from '@crossvault/engine';
import { readTimeoutMs, type WaitFlags } from '../options/act-flags.ts';
import { type LedgerFlags, readLedgerPage } from '../options/read-ledger-flags.ts';
import { given, readTexts, readWords } from '../options/read-list-flags.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import { timedOutExitCode, toOperationExitCode } from '../output/job-exit-code.ts';
import { createPalette } from '../output/palette.ts';
import { show } from '../output/show.ts';
import { toNextNote } from '../output/source-notes.ts';
import { createStatusLine } from '../output/status-line.ts';
import { createTerminal } from '../output/terminal.ts';
import { clockOf } from '../runtime/clock.ts';
import { withRuntime } from '../runtime/with-runtime.ts';
import { followOperation } from './follow-operation.ts';
import { showOperation } from './perform-action.ts';

export interface OperationsFlags extends LedgerFlags {
  readonly connection?: readonly string[];
  readonly status?: readonly string[];
  readonly target?: readonly string[];
}

/** `crossvault operations list`: what was requested, newest first. */
export async function listOperations(flags: OperationsFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const page = readLedgerPage(flags);
  const query = {
    ...given(readTexts('connection', flags.connection), (connection) => ({ connection })),
    ...given(readWords('status', flags.status, operationStatuses), (status) => ({ status })),
    ...given(readTexts('target', flags.target), (target) => ({ target })),
  };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { operations, next } = await engine.operations(query, page, { signal: io.signal });
    const data = operations.map(toOperationView);
    const { renderOperations } = await import('../output/operations.ts');
    const lines = async () => renderOperations(data, terminal.width, createPalette(terminal.color));
    await show(terminal, { whole: { data, page: { next } }, rows: data, lines });
    const note = toNextNote({ next });
    if (terminal.form === 'table' && note !== null) terminal.note(note);
    return 0;
  });
}

/** `crossvault operations get`: one operation and its state. */
export async function getOperation(id: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    await showOperation(terminal, await engine.operation(id, { waitMs: 0, until: 'jobs' }, { signal: io.signal }));
    return 0;
  });
}

/** `crossvault operations wait`: until it has ended. The exit code is its result. */
export async function waitForOperation(id: string, flags: WaitFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const timeoutMs = readTimeoutMs(flags);
  const clock = await clockOf(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const line = createStatusLine(io.stderr);
    const following = { engine, clock, signal: io.signal, line, until: flags.until, timeoutMs };
    const { operation, isTimedOut } = await followOperation(following, id);
    await showOperation(terminal, operation);
    if (isTimedOut) terminal.note('crossvault: timed out before it had ended.');
    return isTimedOut ? timedOutExitCode : toOperationExitCode(operation, flags.until);
  });
}
