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
  noteEnding(terminal, whole, data.length === 0 ? nothing : null);
  return whole.complete ? 0 : errorTable['sources-incomplete'].exitCode;
}

/** What follows the data of any list. */
type Ending = Omit<Page<unknown>, 'data'>;

/** Notes beside the data: what is incomplete, that there is none, and how to read on. */
export function noteEnding(terminal: Terminal, whole: Ending, nothing: string | null): void {
  if (isJsonForm(terminal.form)) reportEnding(terminal, whole);
  else for (const note of toNotes(terminal, whole, nothing)) terminal.note(note);
}

/** Notes for a program: incomplete sources are a problem, and `ndjson` has no envelope. */
function reportEnding(terminal: Terminal, { page, complete, sources }: Ending): void {
  const ending = { page, complete, sources };
  const problem = toProblem(new SourcesError('sources-incomplete', sources));
  if (!complete) terminal.note(toJson({ ...problem, ...ending }));
  else if (terminal.form === 'ndjson' && page.next !== null) terminal.note(toJson(ending));
}

/** The same for users. */
function toNotes({ form }: Terminal, { page, sources }: Ending, nothing: string | null): readonly string[] {
  const notes = toSourceNotes(sources).map((note) => `crossvault: ${note}`);
  if (form === 'yaml') return notes;
  return [...notes, ...(nothing === null ? [] : [nothing]), ...[toNextNote(page) ?? []].flat()];
}
