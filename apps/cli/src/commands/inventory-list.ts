import { errorTable, type Plan, type ProtectedItem, type SourceReport, toProblem } from '@crossvault/core';
import { SourcesError, toItemPage, toPlanPage } from '@crossvault/engine';
import {
  type InventoryFlags,
  readIncludeRaw,
  readInventoryPage,
  readInventoryQuery,
} from '../options/read-inventory-flags.ts';
import { type CommandIo, isJsonForm } from '../output/command-io.ts';
import { createPalette, type Palette } from '../output/palette.ts';
import { show, toJson } from '../output/show.ts';
import { toNextNote, toSourceNotes } from '../output/source-notes.ts';
import { createTerminal, type Terminal } from '../output/terminal.ts';
import { withRuntime } from '../runtime/with-runtime.ts';

interface Page<Thing> {
  readonly data: readonly Thing[];
  readonly page: { readonly next: string | null };
  readonly complete: boolean;
  readonly sources: readonly SourceReport[];
}

/** `crossvault plans list`: 0 when every source is complete, else 6. */
export async function listPlans(flags: InventoryFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const [query, page, include] = [readInventoryQuery(flags), readInventoryPage(flags), readIncludeRaw(flags)];
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { renderPlans } = await import('../output/plans.ts');
    const listing = await engine.plans(query, page, { signal: io.signal });
    return showPage<Plan>(terminal, await toPlanPage(listing, include), 'No plans.', renderPlans);
  });
}

/** `crossvault items list`, likewise. */
export async function listItems(flags: InventoryFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const [query, page, include] = [readInventoryQuery(flags), readInventoryPage(flags), readIncludeRaw(flags)];
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { renderItems } = await import('../output/items.ts');
    const listing = await engine.items(query, page, { signal: io.signal });
    return showPage<ProtectedItem>(terminal, await toItemPage(listing, include), 'No protected items.', renderItems);
  });
}

async function showPage<Thing>(
  terminal: Terminal,
  whole: Page<Thing>,
  nothing: string,
  render: (things: readonly Thing[], width: number, palette: Palette) => readonly string[],
): Promise<number> {
  const { data } = whole;
  await show(terminal, {
    whole,
    rows: data,
    lines: async () => (data.length === 0 ? [] : render(data, terminal.width, createPalette(terminal.color))),
  });
  if (isJsonForm(terminal.form)) reportEnding(terminal, whole);
  else for (const note of toNotes(terminal, whole, nothing)) terminal.note(note);
  return whole.complete ? 0 : errorTable['sources-incomplete'].exitCode;
}

/** Notes for a program: incomplete sources are a problem, and `ndjson` has no envelope. */
function reportEnding(terminal: Terminal, { data: _data, ...ending }: Page<unknown>): void {
  const problem = toProblem(new SourcesError('sources-incomplete', ending.sources));
  if (!ending.complete) terminal.note(toJson({ ...problem, ...ending }));
  else if (terminal.form === 'ndjson' && ending.page.next !== null) terminal.note(toJson(ending));
}

/** The same for users. */
function toNotes({ form }: Terminal, { data, page, sources }: Page<unknown>, nothing: string): readonly string[] {
  const notes = toSourceNotes(sources).map((note) => `crossvault: ${note}`);
  if (form === 'yaml') return notes;
  return [...notes, ...(data.length === 0 ? [nothing] : []), ...[toNextNote(page) ?? []].flat()];
}
