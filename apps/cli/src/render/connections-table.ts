import type { Connection } from '@crossvault/contract';
import { renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';

/** Connections as lines: what they are, how they were seen last, which filters and logs they offer. */
export function renderConnections(
  connections: readonly Connection[],
  width: number,
  palette: Palette,
): readonly string[] {
  const columns = [
    { title: 'NAME', least: 12 },
    { title: 'VENDOR' },
    { title: 'HEALTH' },
    { title: 'HISTORY' },
    { title: 'NATIVE FILTERS', least: 14 },
    { title: 'PROBLEM', least: 8 },
  ];
  const rows = connections.map(({ name, vendor, health, history, capabilities, problem }) => [
    name,
    vendor,
    { text: health, paint: health === 'ok' ? palette.good : health === 'unknown' ? palette.quiet : palette.trouble },
    history ?? '-',
    capabilities === null ? '-' : toNativeFilters(capabilities.filters),
    problem?.code ?? '-',
  ]);
  return renderGrid(columns, rows, width);
}

function toNativeFilters(filters: Readonly<Record<string, string>>): string {
  const native = Object.entries(filters).flatMap(([name, mode]) => (mode === 'native' ? [name] : []));
  return native.length === 0 ? '-' : native.join(', ');
}
