import { type ErrorCode, errorTable, type Probe } from '@crossvault/core';
import type { Engine } from '@crossvault/engine';
import { namedConnections } from '../options/named-connections.ts';

/** Number of connections that are tested at the same time. */
const mostAtOnce = 8;

/** Tests the named connections, or all; a few at a time, reported in their order. Throws `connection-not-found` before any test. */
export async function probeConnections(
  { connectionNames, probe }: Pick<Engine, 'connectionNames' | 'probe'>,
  names: readonly string[],
  signal: AbortSignal,
): Promise<readonly Probe[]> {
  const asked = namedConnections(names, connectionNames);
  const probes = new Map<string, Probe>();
  const waiting = [...asked];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      signal.throwIfAborted();
      probes.set(name, await probe(name, { signal }));
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
  signal.throwIfAborted();
  return asked.flatMap((name) => probes.get(name) ?? []);
}

const setUpExitCode = errorTable['sources-not-set-up'].exitCode;
const sourceExitCode = errorTable['source-error'].exitCode;
const exitCodeOf = (code: ErrorCode | null): number => errorTable[code ?? 'source-error'].exitCode;

/** 0 without faults; 7 when a fault needs the operator; otherwise 6, for temporary faults. */
export function toProbeExitCode(probes: readonly Probe[]): number {
  if (probes.every(({ ok }) => ok)) return 0;
  const codes = probes.flatMap(({ steps }) => steps.flatMap(({ ok, code }) => (ok ? [] : [exitCodeOf(code)])));
  return codes.includes(setUpExitCode) ? setUpExitCode : sourceExitCode;
}
