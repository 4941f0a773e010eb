import { describeSetUp } from '@crossvault/runtime';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import { show } from '../output/show.ts';
import { createTerminal } from '../output/terminal.ts';
import { withRuntime } from '../runtime/with-runtime.ts';
import { probeConnections, toProbeExitCode } from './probe-connections.ts';

/** `crossvault doctor`: the configuration, then a test of every connection, with advice for failures. */
export async function doctor(names: readonly string[], flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine, configuration }) => {
    const setUp = await describeSetUp(configuration, io.environment);
    const data = await probeConnections(engine, names, io.signal);
    await show(terminal, {
      whole: { setUp, data },
      rows: data,
      async lines() {
        const { renderSetUp } = await import('../output/set-up.ts');
        const { renderProbes } = await import('../output/probes.ts');
        const { createPalette } = await import('../output/palette.ts');
        const palette = createPalette(terminal.color);
        return [...renderSetUp(setUp, palette), '', ...renderProbes(data, palette), '', summarize(data)];
      },
    });
    return toProbeExitCode(data);
  });
}

const summarize = (probes: readonly { readonly ok: boolean }[]): string => {
  const well = probes.filter(({ ok }) => ok).length;
  if (well === probes.length) return 'Everything is well.';
  return `${well} of ${probes.length} connections passed; advice for the others follows →.`;
};
