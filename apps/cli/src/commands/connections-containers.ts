import type { CommandIo, GlobalFlags } from '../command-io.ts';
import { show } from '../render/show.ts';
import { createTerminal } from '../terminal.ts';
import { withRuntime } from '../with-runtime.ts';

/** `crossvault connections containers`: what holds the things that can be protected, asked of the vendor. */
export async function listContainers(name: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const data = await engine.containers(name, { signal: io.signal });
    await show(terminal, {
      whole: { data },
      rows: data,
      async lines() {
        if (data.length === 0) return [];
        const { renderGrid } = await import('../render/grid.ts');
        return renderGrid(
          [{ title: 'NAME', least: 14 }, { title: 'TYPE' }, { title: 'ID' }],
          data.map((container) => [container.name ?? '-', container.type ?? '-', container.id]),
          terminal.width,
        );
      },
    });
    return 0;
  });
}
