import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { showGrid } from '../../output/show-grid.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

/** `crossvault connections containers`: the vendor's containers of items to protect. */
export async function listContainers(name: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const data = await engine.containers(name, { signal: io.signal });
    const columns = [{ title: 'NAME', least: 14 }, { title: 'TYPE' }, { title: 'ID' }];
    await showGrid(terminal, data, columns, (container) => [
      container.name ?? '-',
      container.type ?? '-',
      container.id,
    ]);
    return 0;
  });
}
