import type { Provenance } from '@crossvault/core';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';

const labelWidth = 16;

/** Fields of one thing, a line for each: its label, its value, and why it is what it is where that has to be said. */
export const renderFields = (
  provenance: Readonly<Record<string, Provenance>>,
  palette: Palette,
  fields: readonly (readonly [label: string, field: string, value: string | null])[],
): readonly string[] =>
  fields.map(([label, field, value]) => {
    const why = provenance[field];
    const said = value === null ? '-' : toPlainLine(value);
    return `${label.padEnd(labelWidth)}${said}${why === undefined ? '' : palette.quiet(` (${why})`)}`;
  });
