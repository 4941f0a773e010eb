import { type LedgerFlags, readLedgerPage } from '../options/read-ledger-flags.ts';
import type { CommandIo } from '../output/command-io.ts';
import { show } from '../output/show.ts';
import { toNextNote } from '../output/source-notes.ts';
import { createTerminal } from '../output/terminal.ts';
import { withRuntime } from '../runtime/with-runtime.ts';

export interface AuditFlags extends LedgerFlags {
  readonly connection?: string;
}

/** `crossvault audit`: who did what, and what the vendor answered, newest first. */
export async function listAudit(flags: AuditFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const page = readLedgerPage(flags);
  const connections = flags.connection === undefined ? null : [flags.connection];
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { entries, next } = await engine.audit({ connections }, page, { signal: io.signal });
    await show(terminal, {
      whole: { data: entries, page: { next } },
      rows: entries,
      async lines() {
        const { renderAudit } = await import('../output/audit.ts');
        return renderAudit(entries, terminal.width);
      },
    });
    const note = toNextNote({ next });
    if (terminal.form === 'table' && note !== null) terminal.note(note);
    return 0;
  });
}
