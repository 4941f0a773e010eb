import type { Override } from '@crossvault/core/insight';
import { toOverrideRequest } from '@crossvault/engine';
import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { createTerminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { localActor } from '../../runtime/local-actor.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { resolveFinding } from './resolve-finding.ts';
import { showFinding } from './show-finding.ts';

/** What an operator says of a finding, as it was written. */
export interface OverrideFlags extends GlobalFlags {
  readonly why: string;
  readonly from?: string;
  readonly until?: string;
}

/** `crossvault findings acknowledge`, `mute` and `excuse`, in the name of the user who runs the command. */
export async function overrideFinding(
  kind: Override['kind'],
  reference: string,
  flags: OverrideFlags,
  io: CommandIo,
): Promise<number> {
  const terminal = createTerminal(io, flags);
  const clock = await clockOf(io, flags);
  const request = toOverrideRequest(
    kind,
    { by: localActor().name, why: flags.why, from: flags.from ?? null, until: flags.until ?? null },
    clock.now(),
  );
  const call = { signal: io.signal };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { id } = await resolveFinding(engine, reference, call);
    const { acknowledgeFinding, muteFinding, excuseFinding } = engine.insight;
    const calls = { acknowledge: acknowledgeFinding, mute: muteFinding, excuse: excuseFinding };
    await showFinding(terminal, await calls[kind](id, request, call), clock.now());
    return 0;
  });
}
