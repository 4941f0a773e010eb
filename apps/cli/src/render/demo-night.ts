import type { JobChange, ListedJob } from '@crossvault/contract';
import { renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';

const shownChanges = 12;
const titles = [{ title: '#' }, { title: 'CHANGE' }, { title: 'KIND' }, { title: 'TARGET OR PLAN', least: 14 }];

/** Changes as lines, in the order of the feed; the last ones where they are many. */
export function renderDemoNight(
  changes: readonly JobChange[],
  jobs: readonly ListedJob[],
  width: number,
  palette: Palette,
): readonly string[] {
  const known = new Map(jobs.map((job) => [job.id, job]));
  const shown = changes.slice(-shownChanges);
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
  const hidden = changes.length - shown.length;
  const [head = '', ...lines] = renderGrid([...titles, { title: 'CONNECTION' }], rows, width);
  return [head, ...(hidden === 0 ? [] : [`   … ${hidden} before`]), ...lines];
}
