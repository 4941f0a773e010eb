import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type Figure, toBetter } from './figure.ts';

const recordedSchema = z.record(z.string(), z.record(z.string(), z.number()));

/** The median ratios of the quick form as they were last recorded, by benchmark and figure. */
export type Recorded = z.infer<typeof recordedSchema>;

const file = new URL('../../recorded.json', import.meta.url);

export const readRecorded = (): Recorded => recordedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

export const writeRecorded = (recorded: Recorded): void =>
  writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);

/** The figures that can be compared with later ones. */
export const toRecord = (figures: readonly Figure[]): Recorded[string] =>
  Object.fromEntries(
    figures.flatMap((figure) =>
      figure.ratio === null || toBetter(figure) === null
        ? []
        : [[figure.name, Math.round(figure.ratio.median * 1000) / 1000]],
    ),
  );

/** A ratio may be so many times worse than the recorded one: a shared machine is never quiet. */
const mostWorse = 2;

/** What became of figures since they were recorded. */
export interface Drift {
  /** More than twice as bad as recorded. */
  readonly worse: readonly { readonly name: string; readonly change: string }[];
  /** Measured and never recorded, or recorded and measured no longer. */
  readonly unknown: readonly string[];
}

export function findDrift(figures: readonly Figure[], recorded: Recorded[string] = {}): Drift {
  const measured = toRecord(figures);
  const known = (name: string): boolean => Object.hasOwn(recorded, name) && Object.hasOwn(measured, name);
  const worse = figures.flatMap((figure) => {
    const { name, ratio } = figure;
    const before = recorded[name];
    const better = toBetter(figure);
    if (ratio === null || better === null || before === undefined) return [];
    const factor = better === 'higher' ? before / ratio.median : ratio.median / before;
    const change = `${before.toFixed(3)} to ${ratio.median.toFixed(3)}, ${factor.toFixed(1)} times worse`;
    return factor > mostWorse ? [{ name, change }] : [];
  });
  const names = new Set([...Object.keys(measured), ...Object.keys(recorded)]);
  return { worse, unknown: [...names].filter((name) => !known(name)) };
}
