import type { Sla } from '@crossvault/core/insight';
import { type Cell, renderGrid } from '../grid.ts';
import type { Palette } from '../palette.ts';
import { markColumn, toMark } from '../problem.ts';
import { toAgeText, toLengthText } from './age.ts';
import { columnsOf, paintCount, toRatioText } from './counts.ts';

/** The share of expected runs that were met, a line a subject or group, and the total in the last one. */
export function renderSla(sla: Sla, width: number, palette: Palette, nowMs: number): readonly string[] {
  const { data, total, group } = sla;
  const names = columnsOf([total, ...data.map(({ counts }) => counts)]);
  const isOfSubjects = data.some(({ subject }) => subject !== null);
  const toCounts = (counts: Sla['total']): readonly Cell[] => [
    toRatioText(counts.ratio),
    ...names.map((name) => ({ text: String(counts[name]), paint: paintCount(name, counts[name], palette) })),
  ];
  return renderGrid(
    [
      markColumn,
      { title: group.toUpperCase(), least: 12 },
      ...(isOfSubjects ? [{ title: 'CONNECTION' }] : []),
      { title: 'RATIO' },
      ...names.map((name) => ({ title: name.toUpperCase() })),
      ...(isOfSubjects ? [{ title: 'MAY BE' }, { title: 'DATA AGE' }] : []),
    ],
    [
      ...data.map((row) => [
        toMark(isBreached(row, nowMs) ? 'old' : null, palette),
        row.name ?? row.id,
        ...(isOfSubjects ? [row.subject?.connection ?? '-'] : []),
        ...toCounts(row.counts),
        ...(isOfSubjects ? toAgeCells(row, nowMs, palette) : []),
      ]),
      ['', 'all', ...(isOfSubjects ? [''] : []), ...toCounts(total), ...(isOfSubjects ? ['', ''] : [])],
    ],
    width,
  );
}

type Row = Sla['data'][number];

/** Whether its newest good backup is older than it may be. */
const isBreached = ({ objectiveSeconds, dataAsOf }: Row, nowMs: number): boolean =>
  objectiveSeconds !== null && dataAsOf !== null && nowMs - Date.parse(dataAsOf) > objectiveSeconds * 1000;

const toAgeCells = (row: Row, nowMs: number, palette: Palette): readonly Cell[] => [
  row.objectiveSeconds === null ? '-' : toLengthText(row.objectiveSeconds * 1000),
  { text: toAgeText(row.dataAsOf, nowMs), paint: isBreached(row, nowMs) ? palette.trouble : String },
];
