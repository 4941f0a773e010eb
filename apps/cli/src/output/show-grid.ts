import type { Cell, Column } from './grid.ts';
import { show } from './show.ts';
import type { Terminal } from './terminal.ts';

/** Prints the rows of an answer without other data; as a table with a line each, nothing without rows. */
export const showGrid = <Row>(
  terminal: Terminal,
  data: readonly Row[],
  columns: readonly Column[],
  toCells: (row: Row) => readonly Cell[],
): Promise<void> =>
  show(terminal, {
    whole: { data },
    rows: data,
    async lines() {
      if (data.length === 0) return [];
      const { renderGrid } = await import('./grid.ts');
      return renderGrid(columns, data.map(toCells), terminal.width);
    },
  });
