import type { Probe } from '@crossvault/contract';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';

/** Probes as lines: each connection, and below it the steps that were tried. */
export function renderProbes(probes: readonly Probe[], palette: Palette): readonly string[] {
  return probes.flatMap(({ connection, ok, steps, deniedFields }) => [
    `${ok ? palette.good('ok    ') : palette.trouble('failed')}  ${connection}`,
    ...steps.map(
      (step) =>
        `  ${step.ok ? palette.good('ok    ') : palette.trouble('failed')}  ${step.name.padEnd(10)}  ${toPlainLine(step.detail)} ${palette.quiet(`(${Math.round(step.durationMs)} ms)`)}`,
    ),
    ...(deniedFields.length === 0 ? [] : [`  fields that this account may not read: ${deniedFields.join(', ')}`]),
  ]);
}
