import type { Explanation, FieldExplanation } from '@crossvault/core';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';

/** The explanation of a job: for each field its value, the vendor's value, and the rule. */
export function renderExplanation(explanation: Explanation, palette: Palette): readonly string[] {
  const { connection, vendor, mapperVersion, fields } = explanation;
  const names = fields.map(({ field }) => field.length);
  const indent = Math.max(0, ...names) + 2;
  return [
    palette.quiet(`${connection} (${vendor}), rules version ${mapperVersion}`),
    ...fields.flatMap((field) => toLines(field, indent, palette)),
  ];
}

function toLines(explained: FieldExplanation, indent: number, palette: Palette): readonly string[] {
  const { field, from, rule, value, provenance } = explained;
  const why = provenance === null ? '' : palette.quiet(` (${provenance})`);
  const below = ' '.repeat(indent);
  return [
    `${field.padEnd(indent)}${toValueText(value)}${why}`,
    ...from.map(({ path, value: theirs }) => `${below}from ${toPlainLine(path)} = ${toValueText(theirs)}`),
    `${below}${palette.quiet(toPlainLine(rule))}`,
  ];
}

const toValueText = (value: unknown): string => toPlainLine(value === undefined ? '(absent)' : JSON.stringify(value));
