import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { probeConnections, toProbeExitCode } from '../probe-connections.ts';

/** `crossvault connections probe`: tests connections step by step. */
export async function probeNamed(names: readonly string[], flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const data = await probeConnections(engine, names, io.signal);
    await show(terminal, {
      whole: { data },
      rows: data,
      async lines() {
        const { renderProbes } = await import('../../output/probes.ts');
        const { createPalette } = await import('../../output/palette.ts');
        return renderProbes(data, createPalette(terminal.color));
      },
    });
    return toProbeExitCode(data);
  });
}
