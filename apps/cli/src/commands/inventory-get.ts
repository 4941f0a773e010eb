import { toInventoryView } from '@crossvault/engine';
import { readIncludeRaw } from '../options/read-inventory-flags.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import { createPalette } from '../output/palette.ts';
import { toMinuteText } from '../output/quantity.ts';
import { show } from '../output/show.ts';
import { showGrid } from '../output/show-grid.ts';
import { createTerminal } from '../output/terminal.ts';
import { withRuntime } from '../runtime/with-runtime.ts';
import { resolveItem, resolvePlan } from './resolve-target.ts';

export interface GetFlags extends GlobalFlags {
  readonly include?: readonly string[];
}

/** `crossvault plans get`: one plan with all fields. */
export async function getPlan(reference: string, flags: GetFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const include = readIncludeRaw(flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const found = await resolvePlan(engine, reference, { signal: io.signal });
    const whole = toInventoryView(found, { path: 'plans', include });
    const { renderPlan } = await import('../output/plans.ts');
    const lines = async () => renderPlan(whole, createPalette(terminal.color));
    await show(terminal, { whole, rows: [whole], lines });
    return 0;
  });
}

/** `crossvault items get`: one protected item with all fields. */
export async function getItem(reference: string, flags: GetFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const include = readIncludeRaw(flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const found = await resolveItem(engine, reference, { signal: io.signal });
    const whole = toInventoryView(found, { path: 'protected-items', include });
    const { renderItem } = await import('../output/items.ts');
    const lines = async () => renderItem(whole, createPalette(terminal.color));
    await show(terminal, { whole, rows: [whole], lines });
    return 0;
  });
}

const toSpanText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${toMinuteText(from)} to ${toMinuteText(to)}`;

/** `crossvault items recovery-points`: the recovery points of an item, newest first. */
export async function listRecoveryPoints(reference: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const call = { signal: io.signal };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { thing } = await resolveItem(engine, reference, call);
    const data = await engine.recoveryPoints(thing.id, call);
    const titles = ['AT (UTC)', 'TYPE', 'TIER', 'EXPIRES (UTC)', 'RESTORABLE', 'BYTES', 'ID'];
    const columns = titles.map((title) => ({ title }));
    await showGrid(terminal, data, columns, ({ at, windows, type, sizeBytes, tier, expiresAt, restorable, id }) => [
      windows.length === 0 ? toMinuteText(at) : windows.map(toSpanText).join(', '),
      type ?? '-',
      tier ?? '-',
      toMinuteText(expiresAt),
      restorable ? 'yes' : 'no',
      String(sizeBytes ?? '-'),
      id,
    ]);
    return 0;
  });
}
