import type { Terminal } from '../terminal.ts';

/** One answer in all of its forms. */
export interface Shown {
  /** For `json` and `yaml`. */
  readonly whole: unknown;
  /** For `ndjson`, one a line. */
  readonly rows: readonly unknown[];
  /** For `table`. */
  lines(): Promise<readonly string[]>;
}

/** Prints an answer in the form that was asked for. */
export async function show(terminal: Terminal, { whole, rows, lines }: Shown): Promise<void> {
  switch (terminal.form) {
    case 'json':
      return terminal.print(`${JSON.stringify(whole, null, 2)}\n`);
    case 'ndjson':
      return printRows(terminal, rows);
    case 'yaml': {
      const { stringify } = await import('yaml');
      return terminal.print(stringify(whole, { lineWidth: 0, aliasDuplicateObjects: false }));
    }
    case 'table':
      return printLines(terminal, await lines());
  }
}

/** Prints values, one a line. */
export const printRows = (terminal: Terminal, rows: readonly unknown[]): Promise<void> =>
  printLines(
    terminal,
    rows.map((row) => JSON.stringify(row)),
  );

/** Prints lines; nothing at all when there are none. */
export async function printLines(terminal: Terminal, lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await terminal.print(`${lines.join('\n')}\n`);
}
