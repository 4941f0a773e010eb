import type { FindingView, Sla } from '@crossvault/core/insight';
import { stringify } from 'csv-stringify/sync';
import { toPlainLine } from '../plain-text.ts';
import type { ManagerReport } from './manager-report.ts';

type Row = Sla['data'][number];
type Value = string | number | null | undefined;

const counts = [
  'expected',
  'met',
  'late',
  'warnings',
  'failed',
  'missed',
  'cancelled',
  'skipped',
  'excused',
  'unknown',
  'pending',
  'recovered',
  'ratio',
] as const;

const facts = {
  id: (row) => row.id,
  connection: (row) => row.subject?.connection,
  vendor: (row) => row.subject?.vendor,
  tenant: (row) => row.subject?.tenant,
  kind: (row) => row.subject?.kind,
  name: (row) => row.name,
  plan: (row) => row.subject?.plan?.name ?? row.subject?.plan?.id,
} as const satisfies Readonly<Record<string, (row: Row) => Value>>;

/** One row a subject; cells that a spreadsheet would take for a formula are quoted as text. */
export function renderReportCsv({ subjects, findings, from, until }: ManagerReport): string {
  const found = Map.groupBy(findings, ({ subject }) => subject.id);
  const head = [
    ...Object.keys(facts),
    'from',
    'until',
    ...counts,
    'objectiveSeconds',
    'objectiveFrom',
    'dataAsOf',
    'findings',
  ];
  const toKinds = (own: readonly FindingView[] = []): string => own.map(({ kind }) => kind).join(' ');
  const rows = subjects.map((row): readonly Value[] => [
    ...Object.values(facts).map((read) => read(row)),
    from,
    until,
    ...counts.map((name) => row.counts[name]),
    row.objectiveSeconds,
    row.objectiveFrom,
    row.dataAsOf,
    toKinds(found.get(row.id)),
  ]);
  const toCell = (value: Value): Value => (typeof value === 'string' ? toPlainLine(value) : value);
  return stringify([head, ...rows.map((row) => row.map(toCell))], { escape_formulas: true });
}
