import type { JobStatus, Operation } from '@crossvault/core';
import { renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';
import { markColumn, toMark, toWhyCell, whyColumn, whyOfOperation } from './problem.ts';
import { toMinuteText } from './quantity.ts';

const label = (name: string): string => name.padEnd(16);

const toPaint = ({ status, outcome }: Operation, palette: Palette): ((text: string) => string) => {
  if (outcome !== null) return palette.status(outcome);
  if (status === 'accepted' || status === 'running') return palette.status('running');
  return status === 'done' ? palette.good : palette.trouble;
};

const toState = ({ status, outcome }: Operation): string => (outcome === null ? status : `${status}, jobs ${outcome}`);

/** A job that was not read yet has no status, which is not a result. */
const toJobState = (status: JobStatus, outcome: JobStatus | null, palette: Palette): string =>
  status === 'unknown' && outcome === null ? palette.quiet('not read yet') : palette.status(status)(status);

/** One operation for users. */
export function renderOperation(operation: Operation, palette: Palette): readonly string[] {
  const { id, action, target, targetName, connection, actor, acceptedAt, startedAt, endedAt, error } = operation;
  const { jobs, outcome } = operation;
  return [
    `${label('operation')}${id}`,
    `${label('action')}${action} ${toPlainLine(targetName ?? target)}`,
    `${label('connection')}${connection}`,
    `${label('status')}${toPaint(operation, palette)(toState(operation))}`,
    ...(error === null ? [] : [`${label('error')}${palette.trouble(toPlainLine(error.message))}`]),
    `${label('asked')}${acceptedAt ?? '-'}${actor === undefined ? '' : ` by ${toPlainLine(actor)}`}`,
    `${label('started')}${startedAt ?? '-'}`,
    `${label('ended')}${endedAt ?? '-'}`,
    ...jobs.map((job) => `${label('job')}${toJobState(job.status, outcome, palette)}  ${job.id}`),
  ];
}

/** Operations as lines, newest first. */
export const renderOperations = (
  operations: readonly Operation[],
  width: number,
  palette: Palette,
): readonly string[] =>
  operations.length === 0
    ? []
    : renderGrid(
        [
          markColumn,
          { title: 'ASKED (UTC)' },
          { title: 'STATUS', least: 10 },
          whyColumn,
          { title: 'ACTION' },
          { title: 'TARGET', least: 14 },
          { title: 'CONNECTION' },
          { title: 'ACTOR', least: 8 },
          { title: 'ID' },
        ],
        operations.map((operation) => [
          toMark(whyOfOperation(operation), palette),
          toMinuteText(operation.acceptedAt ?? null),
          { text: toState(operation), paint: toPaint(operation, palette) },
          toWhyCell(whyOfOperation(operation)),
          operation.action,
          operation.targetName ?? operation.target,
          operation.connection,
          operation.actor ?? '-',
          operation.id,
        ]),
        width,
      );
