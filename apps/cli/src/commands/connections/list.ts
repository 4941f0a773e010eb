import { type CommandIo, type GlobalFlags, isJsonForm } from '../../output/command-io.ts';
import { toSetUpExitCode } from '../../output/set-up-exit-code.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

/** `crossvault connections list`: the configured connections and their capabilities. Sends no request to a vendor. */
export async function listConnections(flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const data = await engine.connections({ signal: io.signal });
    await show(terminal, {
      whole: { data },
      rows: data,
      async lines() {
        const { renderConnections } = await import('../../output/connections-table.ts');
        const { createPalette } = await import('../../output/palette.ts');
        return renderConnections(data, terminal.width, createPalette(terminal.color));
      },
    });
    const problems = data.map(({ problem }) => problem);
    if (!isJsonForm(terminal.form)) {
      for (const problem of problems) if (problem !== null) terminal.note(`crossvault: ${problem.detail}`);
    }
    return toSetUpExitCode(problems.map((problem) => problem?.code ?? null));
  });
}
