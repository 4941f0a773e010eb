import { CrossvaultError, toProblem } from '@crossvault/core';
import { type Configuration, loadConfiguration } from '@crossvault/runtime';
import { toFileSearch } from '../options/file-search.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import { show } from '../output/show.ts';
import { createTerminal } from '../output/terminal.ts';

/** `crossvault config validate`: the configuration, and every fault with file and line. Sends no request to a vendor. */
export async function validateConfiguration(flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const configuration = await loadConfiguration(toFileSearch(io, flags));
  const connections = configuration.connections.map(({ name, vendor, line, warnings, fault }) => ({
    name,
    vendor,
    line,
    ok: fault === null,
    problem: fault === null ? null : toProblem(fault),
    warnings,
  }));
  const { file, server, store } = configuration;
  await show(terminal, {
    whole: { file, server, store, connections },
    rows: connections,
    async lines() {
      const { renderGrid } = await import('../output/grid.ts');
      const { createPalette } = await import('../output/palette.ts');
      const { good, trouble } = createPalette(terminal.color);
      return renderGrid(
        [{ title: 'NAME', least: 12 }, { title: 'VENDOR' }, { title: 'LINE' }, { title: 'STATE' }],
        connections.map(({ name, vendor, line, ok, problem, warnings }) => [
          name,
          vendor,
          String(line),
          { text: problem?.code ?? (warnings.length === 0 ? 'ok' : 'ok, with a warning'), paint: ok ? good : trouble },
        ]),
        terminal.width,
      );
    },
  });
  if (terminal.form === 'table') {
    for (const warning of connections.flatMap(({ warnings }) => warnings))
      terminal.note(`crossvault: warning: ${warning}`);
    terminal.note(`${file}: listens on ${server.host}:${server.port}, store ${store.type}`);
  }
  throwFaults(configuration);
  return 0;
}

/** All faults in one error, a line for each. */
function throwFaults({ connections }: Configuration): void {
  const faults = connections.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  if (faults.length === 0) return;
  throw new CrossvaultError({
    code: faults.find(({ code }) => code !== 'secret-missing')?.code ?? 'secret-missing',
    message: faults.map(({ message }) => message).join('\n'),
  });
}
