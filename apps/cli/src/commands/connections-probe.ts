import type { CommandIo, GlobalFlags } from '../command-io.ts';
import { probeConnections, toProbeExitCode } from '../probe-connections.ts';
import { show } from '../render/show.ts';
import { createTerminal } from '../terminal.ts';
import { withRuntime } from '../with-runtime.ts';

/** `crossvault connections probe`: tries connections now, step by step. */
export async function probeNamed(names: readonly string[], flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const data = await probeConnections(engine, names, io.signal);
    await show(terminal, {
      whole: { data },
      rows: data,
      async lines() {
        const { renderProbes } = await import('../render/probes.ts');
        const { createPalette } = await import('../render/palette.ts');
        return renderProbes(data, createPalette(terminal.color));
      },
    });
    return toProbeExitCode(data);
  });
}
