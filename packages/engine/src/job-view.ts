import type { Job, JobPage, JobView, ListedJob, SourceReport } from '@crossvault/contract';
import type { ListedRecord, Listing } from './listing.ts';

/** What a caller wants to see beside the job. */
export interface Include {
  readonly raw: boolean;
  readonly tasks: boolean;
}

const withSelf = (job: Job): Job => ({ ...job, links: { ...job.links, self: `/v1/jobs/${job.id}` } });

/** One job whole. */
export function toJobView({ job, raw }: ListedRecord, include: Pick<Include, 'raw'>): JobView {
  return include.raw ? { ...withSelf(job), raw } : withSelf(job);
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

/** A page as the facade and the command both answer it. */
export function toJobPage(listing: Listing, include: Include): JobPage {
  return {
    data: listing.records.map((record) => toListedJob(record, include)),
    page: { next: listing.next },
    window: listing.window,
    complete: listing.complete,
    sources: include.raw ? [...listing.sources] : listing.sources.map(withoutRejectedValues),
  };
}
