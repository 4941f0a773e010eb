import { errorTable, type SourceReport, toProblem } from '@crossvault/core';
import { SourcesError } from '@crossvault/engine';
import { isJsonForm } from './command-io.ts';
import { createPalette, type Palette } from './palette.ts';
import { show, toJson } from './show.ts';
import { toNextNote, toSourceNotes } from './source-notes.ts';
import type { Terminal } from './terminal.ts';

/** A page of any list, with the result of each source. */
export interface Page<Thing> {
  readonly data: readonly Thing[];
  readonly page: { readonly next: string | null };
  readonly complete: boolean;
  readonly sources: readonly SourceReport[];
}

/** Prints a page of a list, and beside it what is incomplete. 0 when every source is complete, else 6. */
export async function showPage<Thing>(
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
