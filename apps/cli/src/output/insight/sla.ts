import type { Sla } from '@crossvault/core/insight';
import { type Cell, type Column, fitsGrid, renderGrid } from '../grid.ts';
import type { Palette } from '../palette.ts';
import { markColumn, toMark } from '../problem.ts';
import { toAgeText, toLengthText } from './age.ts';
import { columnsOf, neededColumns, paintCount, toRatioText } from './counts.ts';

/** The share of expected runs that were met, a line a subject or group, and the total in the last one. A narrow terminal gets fewer counts. */
export function renderSla(sla: Sla, width: number, palette: Palette, nowMs: number): readonly string[] {
  const all = columnsOf([sla.total, ...sla.data.map(({ counts }) => counts)]);
  const grid = toGrid(sla, all, palette, nowMs);
  if (fitsGrid(...grid, width)) return renderGrid(...grid, width);
  const needed = all.filter((name) => neededColumns.includes(name));
  return renderGrid(...toGrid(sla, needed, palette, nowMs), width);
}

function toGrid(
  { data, total, group }: Sla,
  names: ReturnType<typeof columnsOf>,
  palette: Palette,
  nowMs: number,
): readonly [readonly Column[], readonly (readonly Cell[])[]] {
  const isOfSubjects = data.some(({ subject }) => subject !== null);
  const toCounts = (counts: Sla['total']): readonly Cell[] => [
    toRatioText(counts.ratio),
    ...names.map((name) => ({ text: String(counts[name]), paint: paintCount(name, counts[name], palette) })),
  ];
  const columns = [
    markColumn,
    { title: group.toUpperCase(), least: 12 },
    ...(isOfSubjects ? [{ title: 'CONNECTION', least: 10 }] : []),
    { title: 'RATIO' },
    ...names.map((name) => ({ title: name.toUpperCase() })),
    ...(isOfSubjects ? [{ title: 'OBJECTIVE' }, { title: 'DATA AGE' }] : []),
  ];
  const rows = data.map((row) => [
    toMark(isBreached(row, nowMs) ? 'old' : null, palette),
    row.name ?? (row.id || 'none'),
    ...(isOfSubjects ? [row.subject?.connection ?? '-'] : []),
    ...toCounts(row.counts),
    ...(isOfSubjects ? toAgeCells(row, nowMs, palette) : []),
  ]);
  return [columns, [...rows, ['', 'all', ...(isOfSubjects ? [''] : []), ...toCounts(total)]]];
}

type Row = Sla['data'][number];

/** Whether its newest good backup is older than it may be. */
const isBreached = ({ objectiveSeconds, dataAsOf }: Row, nowMs: number): boolean =>
  objectiveSeconds !== null && dataAsOf !== null && nowMs - Date.parse(dataAsOf) > objectiveSeconds * 1000;

const toAgeCells = (row: Row, nowMs: number, palette: Palette): readonly Cell[] => [
  row.objectiveSeconds === null ? '-' : toLengthText(row.objectiveSeconds * 1000),
  { text: toAgeText(row.dataAsOf, nowMs), paint: isBreached(row, nowMs) ? palette.trouble : String },
];
