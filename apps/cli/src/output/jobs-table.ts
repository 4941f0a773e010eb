import type { ListedJob } from '@crossvault/core';
import { type Cell, type Column, fitsGrid, renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';
import { markColumn, toMark, toWhyCell, whyColumn, whyOfJob } from './problem.ts';
import { toMinuteText, toSpanText } from './quantity.ts';
import { tenantCells, tenantColumns } from './tenant-column.ts';

const columns: readonly Column[] = [
  markColumn,
  { title: 'STARTED (UTC)' },
  { title: 'STATUS', least: 10 },
  whyColumn,
  { title: 'KIND' },
  { title: 'TARGET OR PLAN', least: 14 },
  { title: 'DURATION' },
];
const indent = ' '.repeat(3);

/**
 * Jobs as lines. Where connection and id have no room beside the job they stand below it, always whole and in the form
 * in which a single job is requested.
 */
export function renderJobsTable(jobs: readonly ListedJob[], width: number, palette: Palette): readonly string[] {
  const rows = jobs.map((job) => toRow(job, palette));
  const wideColumns = [...columns, ...tenantColumns(jobs), { title: 'CONNECTION' }, { title: 'ID' }];
  const wideRows = jobs.map((job, index) => [
    ...(rows[index] ?? []),
    ...tenantCells(jobs, job),
    job.connection,
    job.nativeId,
  ]);
  if (fitsGrid(wideColumns, wideRows, width)) return renderGrid(wideColumns, wideRows, width);
  const below = ['CONNECTION/ID', ...jobs.map((job) => toPlainLine(`${job.connection}/${job.nativeId}`))];
  return renderGrid(columns, rows, width).flatMap((line, index) => [
    line,
    `${indent}${palette.quiet(below[index] ?? '')}`,
  ]);
}

function toRow(job: ListedJob, palette: Palette): readonly Cell[] {
  const { target, plan } = job;
  const why = whyOfJob(job);
  return [
    toMark(why, palette),
    toMinuteText(job.startedAt),
    { text: toStatusText(job), paint: palette.status(job.status) },
    toWhyCell(why),
    job.kind,
    target?.name ?? target?.id ?? plan?.name ?? plan?.id ?? '-',
    toSpanText(job.durationSeconds),
  ];
}

/** The normalized status, with the vendor's own where it adds information: unknown, computed, or running with a problem. */
function toStatusText(job: Pick<ListedJob, 'status' | 'nativeStatus' | 'provenance' | 'problem' | 'ended'>): string {
  const { status, nativeStatus } = job;
  const differs = status === 'unknown' || job.provenance['status'] !== undefined || (job.problem && !job.ended);
  return differs && nativeStatus !== null ? `${status} (${nativeStatus})` : status;
}
