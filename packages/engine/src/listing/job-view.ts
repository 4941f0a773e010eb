import {
  type Job,
  type JobPage,
  type JobView,
  type ListedJob,
  redactAnswer,
  type SourceReport,
} from '@crossvault/core';
import { hideInJob, redactTexts } from '../connections/redact-records.ts';
import { mapInPieces } from '../loop-turns.ts';
import type { ListedRecord, Listing } from './listing.ts';

/** What a caller wants to see beside the job. */
export interface Include {
  readonly raw: boolean;
  readonly tasks: boolean;
}

const withSelf = (job: Job): Job => ({ ...job, links: { ...job.links, self: `/v1/jobs/${job.id}` } });

/** One job whole. */
export function toJobView({ job, raw }: ListedRecord, include: Pick<Include, 'raw'>): JobView {
  const shown = withSelf(hideInJob(job));
  return include.raw ? { ...shown, raw: redactTexts(raw, job.connection) } : shown;
}

function toListedJob(record: ListedRecord, include: Include): ListedJob {
  const view = toJobView(record, include);
  if (include.tasks) return view;
  const { tasks: _tasks, ...rest } = view;
  return rest;
}

/** A source without the values of what it set aside: those are shown only where raw values were asked for. */
export function withoutRejectedValues(source: SourceReport): SourceReport {
  const items = source.rejected.items.map(({ nativeId, reason }) => ({ nativeId, reason }));
  return { ...source, rejected: { ...source.rejected, items } };
}

/** A source with those values, as far as they may be shown. */
function withRejectedValues(source: SourceReport): SourceReport {
  const items = source.rejected.items.map((item) => ({ ...item, value: redactAnswer(item.value, source.connection) }));
  return { ...source, rejected: { ...source.rejected, items } };
}

/** Jobs are searched for secrets text by text: so many of them, with their raw values, take a few milliseconds. */
const jobsAtOnce = 25;

/** A page as the facade and the command both answer it. */
export async function toJobPage(listing: Listing, include: Include): Promise<JobPage> {
  return {
    data: await mapInPieces(listing.records, jobsAtOnce, (record) => toListedJob(record, include)),
    page: { next: listing.next },
    window: listing.window,
    complete: listing.complete,
    sources: listing.sources.map(include.raw ? withRejectedValues : withoutRejectedValues),
  };
}
