import type { Provenance } from '@crossvault/core';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';

const labelWidth = 16;

/** Fields of one object, a line for each: label, value, and the reason of the value where one is needed. */
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
