import { escapeSteering, hasSteering } from './plain-text.ts';
import type { Terminal } from './terminal.ts';

/** One answer in all of its forms. */
export interface Shown {
  /** For `json` and `yaml`. */
  readonly whole: unknown;
  /** For `ndjson`, one a line. */
  readonly rows: readonly unknown[];
  /** For `table`. */
  lines(): Promise<readonly string[]>;
}

/** Prints an answer in the form that was requested. */
export async function show(terminal: Terminal, { whole, rows, lines }: Shown): Promise<void> {
  switch (terminal.form) {
    case 'json':
      return terminal.print(`${toJson(whole, 2)}\n`);
    case 'ndjson':
      return printRows(terminal, rows);
    case 'yaml':
      return terminal.print(await toYaml(whole));
    case 'table':
      return printLines(terminal, await lines());
  }
}

/** JSON without characters that control a terminal, which parses to the same values. */
export const toJson = (value: unknown, indent?: number): string => escapeSteering(JSON.stringify(value, null, indent));

/** The same for YAML, whose double quotes allow escapes. */
async function toYaml(value: unknown): Promise<string> {
  const { Document, Scalar, visit } = await import('yaml');
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && hasSteering(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return escapeSteering(document.toString({ lineWidth: 0 }));
}

/** Prints values, one a line. */
export const printRows = (terminal: Terminal, rows: readonly unknown[]): Promise<void> =>
  printLines(
    terminal,
    rows.map((row) => toJson(row)),
  );

/** Prints lines; nothing at all when there are none. */
export async function printLines(terminal: Terminal, lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await terminal.print(`${lines.join('\n')}\n`);
}
