import type { ListedJob } from '@crossvault/core';
import type { JobChange } from '@crossvault/core/store';
import { renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';

const shownChanges = 14;
const titles = [{ title: '#' }, { title: 'CHANGE' }, { title: 'KIND' }, { title: 'TARGET OR PLAN', least: 14 }];

/** Changes as lines, in the order of the feed; of many only the first and last ones. */
export function renderDemoNight(
  changes: readonly JobChange[],
  jobs: readonly ListedJob[],
  width: number,
  palette: Palette,
): readonly string[] {
  const known = new Map(jobs.map((job) => [job.id, job]));
  const isCut = changes.length > shownChanges;
  const half = shownChanges / 2;
  const shown = isCut ? [...changes.slice(0, half), ...changes.slice(-half)] : changes;
  const rows = shown.map(({ position, id, connection, from, to }) => {
    const job = known.get(id);
    const paint = to === null ? palette.quiet : palette.status(to);
    return [
      String(position),
      { text: `${from ?? 'new'} -> ${to ?? 'deleted'}`, paint },
      job?.kind ?? '-',
      job?.target?.name ?? job?.plan?.name ?? '-',
      connection,
    ];
  });
  const [head = '', ...lines] = renderGrid([...titles, { title: 'CONNECTION' }], rows, width);
  const rest = `   … ${changes.length - shown.length} more`;
  return isCut ? [head, ...lines.slice(0, half), rest, ...lines.slice(half)] : [head, ...lines];
}
