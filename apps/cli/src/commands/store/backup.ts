import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { storeOf } from '../../runtime/with-store.ts';

/** `crossvault store backup`: copies the store into a new file, completely or not at all. */
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
