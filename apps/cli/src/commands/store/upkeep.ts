import { errorTable } from '@crossvault/core';
import type { JobStore } from '@crossvault/core/store';
import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { storeOf } from '../../runtime/with-store.ts';

export type Upkeep = 'info' | 'migrate' | 'vacuum' | 'check';

interface UpkeepResult {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly exitCode: number;
}

export interface UpkeepFlags extends GlobalFlags {
  readonly repair?: boolean;
}

const work: Readonly<Record<Upkeep, (store: JobStore, flags: UpkeepFlags) => Promise<UpkeepResult>>> = {
  info: async (store) => ({ facts: { ...(await store.info()) }, exitCode: 0 }),
  // Opening the store migrates the tables.
  async migrate(store) {
    const { location, schemaVersion } = await store.info();
    return { facts: { location, schemaVersion }, exitCode: 0 };
  },
  async vacuum(store) {
    const before = await store.info();
    await store.vacuum();
    const { location, sizeBytes } = await store.info();
    return { facts: { location, sizeBytesBefore: before.sizeBytes, sizeBytes }, exitCode: 0 };
  },
  async check(store, { repair = false }) {
    const repaired = repair ? { repaired: await store.repair() } : {};
    const faults = await store.check();
    const ok = faults.length === 0;
    return { facts: { ok, faults, ...repaired }, exitCode: ok ? 0 : errorTable['store-corrupt'].exitCode };
  },
};

/** `crossvault store info | migrate | vacuum | check`. */
export async function keepStore(which: Upkeep, flags: UpkeepFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  return withRuntime(io, flags, terminal, async (runtime) => {
    const { facts, exitCode } = await work[which](storeOf(runtime), flags);
    await show(terminal, { whole: facts, rows: [facts], lines: async () => toLines(facts) });
    return exitCode;
  });
}

function toLines(facts: UpkeepResult['facts']): readonly string[] {
  const width = Math.max(...Object.keys(facts).map(({ length }) => length));
  return Object.entries(facts).map(([name, value]) => `${name.padEnd(width)}  ${toText(value)}`);
}

function toText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join('; ');
  return value === null ? '-' : String(value);
}
