import { type ActionRequest, type CallOptions, permissionFor } from '@crossvault/core';
import { type ActOptions, type ActOutcome, type Engine, toOperationView } from '@crossvault/engine';
import { type ActFlags, readTimeoutMs } from '../options/act-flags.ts';
import type { CommandIo } from '../output/command-io.ts';
import { timedOutExitCode, toOperationExitCode } from '../output/job-exit-code.ts';
import { show } from '../output/show.ts';
import { createStatusLine } from '../output/status-line.ts';
import { createTerminal, type Terminal } from '../output/terminal.ts';
import { clockOf } from '../runtime/clock.ts';
import { localActor } from '../runtime/local-actor.ts';
import { withRuntime } from '../runtime/with-runtime.ts';
import { followOperation } from './follow-operation.ts';

type Planned = Extract<ActOutcome, { readonly kind: 'planned' }>;

/** Resolves the references of a request to ids. */
export type ToRequest = (engine: Engine, call: CallOptions) => Promise<ActionRequest>;

/** Performs one action at a vendor, and with `--wait` follows it to its end. The exit code is the result. */
export async function performAction(toRequest: ToRequest, flags: ActFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const timeoutMs = readTimeoutMs(flags);
  const clock = await clockOf(io, flags);
  const call = { signal: io.signal };
  const run = async (engine: Engine): Promise<number> => {
    const request = await toRequest(engine, call);
    const outcome = await engine.act(request, await toOptions(engine, request, flags, io), call);
    if (outcome.kind === 'planned') return showPlanned(terminal, outcome);
    const followed =
      flags.wait === true
        ? await followOperation(
            { engine, clock, signal: io.signal, line: createStatusLine(io.stderr), until: flags.until, timeoutMs },
            outcome.operation.id,
          )
        : { operation: outcome.operation, isTimedOut: false };
    await showOperation(terminal, followed.operation);
    if (!followed.isTimedOut) return toOperationExitCode(followed.operation, flags.until);
    terminal.note('crossvault: timed out before it had ended; continue with "crossvault operations wait".');
    return timedOutExitCode;
  };
  return withRuntime(io, flags, terminal, ({ engine }) => run(engine), { makeStore: true });
}

/** Actions that destroy data need the name of the target; on a terminal the user is asked for it. */
async function toOptions(
  engine: Pick<Engine, 'act'>,
  request: ActionRequest,
  flags: ActFlags,
  { ask, signal }: CommandIo,
): Promise<ActOptions> {
  const { dryRun = false } = flags;
  const confirm = flags.confirm ?? null;
  const options = { actor: localActor(), dryRun, confirm, idempotencyKey: flags.idempotencyKey ?? null };
  if (ask === undefined || dryRun || confirm !== null || permissionFor(request) !== 'destroy') return options;
  const planned = await engine.act(request, { ...options, dryRun: true }, { signal });
  if (planned.kind !== 'planned' || planned.confirm === null) return options;
  return { ...options, confirm: await ask(`This destroys data. Type "${planned.confirm}" to go on: `) };
}

export const showOperation = async (terminal: Terminal, operation: Parameters<typeof toOperationView>[0]) => {
  const whole = toOperationView(operation);
  await show(terminal, {
    whole,
    rows: [whole],
    async lines() {
      const { renderOperation } = await import('../output/operations.ts');
      const { createPalette } = await import('../output/palette.ts');
      return renderOperation(whole, createPalette(terminal.color));
    },
  });
};

async function showPlanned(terminal: Terminal, { kind: _kind, ...planned }: Planned): Promise<number> {
  await show(terminal, {
    whole: planned,
    rows: planned.requests,
    async lines() {
      const { renderPlanned } = await import('../output/planned-change.ts');
      return renderPlanned(planned);
    },
  });
  return 0;
}
