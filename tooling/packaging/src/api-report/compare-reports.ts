import type { ApiReport } from './extract-report.ts';

export type ReportChange =
  | { readonly kind: 'changed'; readonly report: ApiReport; readonly before: string }
  | { readonly kind: 'new'; readonly report: ApiReport }
  /** The file of an entry point that is no more. */
  | { readonly kind: 'gone'; readonly file: string; readonly before: string };

/** How the reports differ from the files that are checked in, by file name. */
export function compareReports(
  reports: readonly ApiReport[],
  checkedIn: ReadonlyMap<string, string>,
): readonly ReportChange[] {
  const changes = reports.flatMap((report): ReportChange[] => {
    const before = checkedIn.get(report.file);
    if (before === undefined) return [{ kind: 'new', report }];
    return before === report.text ? [] : [{ kind: 'changed', report, before }];
  });
  const files = new Set(reports.map(({ file }) => file));
  const gone = [...checkedIn].filter(([file]) => !files.has(file));
  return [...changes, ...gone.map(([file, before]): ReportChange => ({ kind: 'gone', file, before }))];
}

export const fileOf = (change: ReportChange): string => (change.kind === 'gone' ? change.file : change.report.file);

/** `core.model.api.md` → `@crossvault/core`: no package's name has a dot. */
export const packageOf = (change: ReportChange): string =>
  change.kind === 'gone' ? `@crossvault/${change.file.split('.')[0]}` : change.report.packageName;

/** What is under `/internal` may change at any time: its report is kept, and no changeset is asked for. */
export const isInternal = (change: ReportChange): boolean => fileOf(change).includes('.internal.');
