import type { Measurement } from './measure.ts';

/** Every candidate's measurements, one a round. */
export type Rounds<Measured = Measurement, Name extends string = string> = ReadonlyMap<Name, readonly Measured[]>;

/**
 * Lets the candidates take turns: every round measures each of them once, and every round begins with another one, so
 * that none always comes first or always after the same one.
 */
export async function runRounds<Measured, Name extends string>(
  names: readonly Name[],
  rounds: number,
  measure: (name: Name, round: number) => Promise<Measured>,
): Promise<Rounds<Measured, Name>> {
  const measurements = new Map(names.map((name): [Name, Measured[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % Math.max(1, names.length);
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      measurements.get(name)?.push(await measure(name, round));
    }
  }
  return measurements;
}
