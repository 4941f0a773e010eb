import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandIo, GlobalFlags } from '../command-io.ts';
import { show } from '../render/show.ts';
import { createTerminal } from '../terminal.ts';
import { withRuntime } from '../with-runtime.ts';
import { storeOf } from '../with-store.ts';

/** `crossvault store backup`: everything in a new file, whole or not at all. */
export async function backUpStore(file: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async (runtime) => {
    const path = resolve(io.cwd, file);
    await storeOf(runtime).backUp(path);
    const facts = { file: path, sizeBytes: (await stat(path)).size };
    await show(terminal, {
      whole: facts,
      rows: [facts],
      lines: async () => [`${facts.file}  ${facts.sizeBytes} bytes`],
    });
    return 0;
  });
}
