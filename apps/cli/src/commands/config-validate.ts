import { CrossvaultError, toProblem } from '@crossvault/contract';
import { type Configuration, loadConfiguration } from '@crossvault/runtime';
import type { CommandIo, GlobalFlags } from '../command-io.ts';
import { show } from '../render/show.ts';
import { createTerminal } from '../terminal.ts';
import { toFileSearch } from '../with-runtime.ts';

/** `crossvault config validate`: what is configured, and every fault with file and line. Asks no vendor anything. */
export async function validateConfiguration(flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const configuration = await loadConfiguration(toFileSearch(io, flags));
  const connections = configuration.connections.map((connection) => ({
    name: connection.name,
    vendor: connection.vendor,
    line: connection.line,
    ok: connection.fault === null,
    problem: connection.fault === null ? null : toProblem(connection.fault),
    warnings: connection.fault === null ? connection.warnings : [],
  }));
  const { file, server, store } = configuration;
  await show(terminal, {
    whole: { file, server, store, connections },
    rows: connections,
    async lines() {
      const { renderGrid } = await import('../render/grid.ts');
      const { createPalette } = await import('../render/palette.ts');
      const { good, trouble } = createPalette(terminal.color);
      return renderGrid(
        [{ title: 'NAME', least: 12 }, { title: 'VENDOR' }, { title: 'LINE' }, { title: 'STATE' }],
        connections.map(({ name, vendor, line, ok, problem }) => [
          name,
          vendor,
          String(line),
          { text: problem?.code ?? 'ok', paint: ok ? good : trouble },
        ]),
        terminal.width,
      );
    },
  });
  if (terminal.form === 'table') {
    for (const { name, line, warnings } of connections) {
      for (const warning of warnings) terminal.tell(`${file}:${line}: warning: ${name}: ${warning}`);
    }
    terminal.tell(`${file}: listens on ${server.host}:${server.port}, store ${store.type}`);
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
