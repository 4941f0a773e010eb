import type { Probe } from '@crossvault/core';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';

type Step = Probe['steps'][number];

/** Probes as lines: each connection, below it its steps, below a step its advice. */
export function renderProbes(probes: readonly Probe[], palette: Palette): readonly string[] {
  const steps = probes.flatMap((probe) => probe.steps);
  const widths = {
    name: Math.max(0, ...steps.map(({ name }) => name.length)),
    time: Math.max(0, ...steps.map((step) => toTime(step).length)),
  };
  const indent = ' '.repeat(widths.name + widths.time + 8);
  return probes.flatMap(({ connection, ok, steps: tried, deniedFields }) => [
    `${mark(ok, palette)} ${connection}`,
    ...tried.flatMap((step) => {
      const [seen = '', ...more] = step.detail.split('\n').map(toPlainLine);
      const time = palette.quiet(toTime(step).padStart(widths.time));
      return [
        `  ${mark(step.ok, palette)} ${step.name.padEnd(widths.name)}  ${time}  ${seen}`,
        ...more.map((line) => `${indent}${line}`),
        ...(step.advice === null ? [] : [`${indent}→ ${toPlainLine(step.advice)}`]),
      ];
    }),
    ...(deniedFields.length === 0 ? [] : [`    fields that this account may not read: ${deniedFields.join(', ')}`]),
  ]);
}

const mark = (ok: boolean, palette: Palette): string => (ok ? palette.good('✓') : palette.trouble('✗'));
const toTime = ({ durationMs }: Step): string => `${Math.round(durationMs)} ms`;
