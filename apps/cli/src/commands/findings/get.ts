import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { createTerminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { resolveFinding } from './resolve-finding.ts';
import { showFinding } from './show-finding.ts';

/** `crossvault findings get`: one finding with all fields. */
export async function getFinding(reference: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const clock = await clockOf(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    await showFinding(terminal, await resolveFinding(engine, reference, { signal: io.signal }), clock.now());
    return 0;
  });
}
