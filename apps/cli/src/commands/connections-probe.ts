import { CrossvaultError, type ErrorCode, errorTable, type Probe } from '@crossvault/contract';
import type { CommandIo, GlobalFlags } from '../command-io.ts';
import { show } from '../render/show.ts';
import { createTerminal } from '../terminal.ts';
import { withRuntime } from '../with-runtime.ts';

/** `crossvault connections probe`: tries connections now, step by step. 0 when all are well, else 7 or 6 by the worst. */
export async function probeConnections(names: readonly string[], flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const asked = names.length === 0 ? engine.connectionNames : [...new Set(names)];
    refuseUnknown(asked, engine.connectionNames);
    const data = await Promise.all(asked.map((name) => engine.probe(name, { signal: io.signal })));
    io.signal.throwIfAborted();
    await show(terminal, {
      whole: { data },
      rows: data,
      async lines() {
        const { renderProbes } = await import('../render/probes.ts');
        const { createPalette } = await import('../render/palette.ts');
        return renderProbes(data, createPalette(terminal.color));
      },
    });
    return worstExitCode(data);
  });
}

/** Before anything is tried. */
function refuseUnknown(asked: readonly string[], known: readonly string[]): void {
  const stranger = asked.find((name) => !known.includes(name));
  if (stranger === undefined) return;
  throw new CrossvaultError({
    code: 'connection-not-found',
    message: `No connection is called "${stranger}". Configured: ${known.join(', ')}.`,
  });
}

const exitCodeOf = (code: ErrorCode | null): number => errorTable[code ?? 'source-error'].exitCode;

/** What has to be mended by hand outranks what may pass by itself. */
function worstExitCode(probes: readonly Probe[]): number {
  const codes = probes.flatMap(({ steps }) => steps.flatMap(({ ok, code }) => (ok ? [] : [exitCodeOf(code)])));
  if (codes.length === 0) return probes.every(({ ok }) => ok) ? 0 : errorTable['source-error'].exitCode;
  return codes.includes(errorTable['sources-not-set-up'].exitCode)
    ? errorTable['sources-not-set-up'].exitCode
    : errorTable['source-error'].exitCode;
}
