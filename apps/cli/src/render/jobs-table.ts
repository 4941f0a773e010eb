import type { ListedJob } from '@crossvault/contract';
import { type Cell, type Column, fitsGrid, renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';
import { toMinuteText, toSpanText } from './quantity.ts';

const columns: readonly Column[] = [
  { title: ' ' },
  { title: 'STARTED (UTC)' },
  { title: 'STATUS', least: 10 },
  { title: 'KIND' },
  { title: 'TARGET OR PLAN', least: 12 },
  { title: 'DURATION' },
  { title: 'CONNECTION', least: 10 },
];
const idColumn: Column = { title: 'ID' };

/** Jobs as lines. Where an id has no room beside its job it stands below it, always whole. */
export function renderJobsTable(jobs: readonly ListedJob[], width: number, palette: Palette): readonly string[] {
  const rows = jobs.map((job) => toRow(job, palette));
  const ids = jobs.map(({ nativeId }) => toPlainLine(nativeId));
  const withIds = rows.map((row, index) => [...row, ids[index] ?? '']);
  if (fitsGrid([...columns, idColumn], withIds, width)) return renderGrid([...columns, idColumn], withIds, width);
  const below = [idColumn.title, ...ids];
  return renderGrid(columns, rows, width).flatMap((line, index) => [line, `     ${palette.quiet(below[index] ?? '')}`]);
}

function toRow(job: ListedJob, palette: Palette): readonly Cell[] {
  const { target, plan } = job;
  return [
    { text: job.problem ? '!' : '', paint: palette.trouble },
    toMinuteText(job.startedAt),
    { text: toStatusText(job), paint: palette.status(job.status) },
    job.kind,
    target?.name ?? target?.id ?? plan?.name ?? plan?.id ?? '-',
    toSpanText(job.durationSeconds),
    job.connection,
  ];
}

/** Our word, and beside it the vendor's own where ours does not say the same: unknown, worked out, or open in trouble. */
export function toStatusText(job: Pick<ListedJob, 'status' | 'nativeStatus' | 'provenance' | 'problem' | 'ended'>): string {
  const { status, nativeStatus } = job;
  const differs = status === 'unknown' || job.provenance['status'] !== undefined || (job.problem && !job.ended);
  return differs && nativeStatus !== null ? `${status} (${nativeStatus})` : status;
}
