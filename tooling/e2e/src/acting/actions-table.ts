import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Action, actions, actionTargets, type Connection } from '@crossvault/core';
import { openRuntime } from '@crossvault/runtime';
import { startSimulators, writeConfiguration } from '@crossvault/simulators';
import { parse, stringify } from 'yaml';

const what = { job: 'job', plan: 'plan', item: 'protected item', connection: 'connection' } as const;
/** What is only looked at, and the call that looks. */
const looks: readonly (readonly [row: string, has: (able: NonNullable<Connection['capabilities']>) => boolean])[] = [
  ['log of a job', ({ log }) => log],
  ['plans', ({ plans }) => plans.includes('list')],
  ['protected items', ({ protectedItems }) => protectedItems.includes('list')],
  ['recovery points', ({ protectedItems }) => protectedItems.includes('recoveryPoints')],
  ['containers', ({ protectedItems }) => protectedItems.includes('containers')],
];

/** What stands around the table in docs/vendors/README.md, each on a line of its own. */
const [begin, end] = ['<!-- generated: what can be done where -->', '<!-- end of what is generated -->'];

/** The README with the table as the connectors have it now. */
export async function withActionsTable(readme: string): Promise<string> {
  const [before, rest] = readme.split(`${begin}\n`);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`docs/vendors/README.md lacks ${begin} or ${end}.`);
  return `${before}${begin}\n\n${await renderActions()}\n\n${end}${after}`;
}

/** A row for everything that can be read or done, a column for each vendor and version that differs. */
async function renderActions(): Promise<string> {
  const connections = await describeVendors();
  const able = connections.flatMap(({ capabilities }) => capabilities ?? []);
  const cells = (has: (each: NonNullable<Connection['capabilities']>) => boolean): string[] =>
    able.map((each) => (has(each) ? 'yes' : '–'));
  const rows = [
    ['what', ...connections.map(({ title, name }) => `${title}${/-(v\d)$/.exec(name)?.[0].replace('-', ' ') ?? ''}`)],
    ...looks.map(([row, has]) => [row, ...cells(has)]),
    ...actions.map((action: Action) => [
      `\`${action}\` (${what[actionTargets[action]]})`,
      ...cells((each) => each.actions.includes(action)),
    ]),
  ];
  return toTable(rows);
}

/** Rows as a table whose columns are as wide as their widest cell. */
function toTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  const toLine = (row: readonly string[]): string =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [toLine(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(toLine)].join('\n');
}

/** Every vendor, and a vendor of two versions by both. Sends no requests. */
export async function describeVendors(): Promise<readonly Connection[]> {
  const simulators = await startSimulators({ jobs: 4 });
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-actions-'));
  try {
    const configPath = await writeConfiguration(folder, Object.values(simulators.vendors));
    const written: { connections: { name: string; apiVersion?: string }[] } = parse(await readFile(configPath, 'utf8'));
    const versions = written.connections.flatMap((connection) =>
      connection.apiVersion === 'v2'
        ? ['v2', 'v3'].map((apiVersion) => ({ ...connection, name: `${connection.name}-${apiVersion}`, apiVersion }))
        : [connection],
    );
    await writeFile(configPath, stringify({ connections: versions }));
    const { engine, close } = await openRuntime({ configPath, environment: {} });
    const connections = await engine.connections({ signal: new AbortController().signal });
    await close();
    return connections;
  } finally {
    await simulators.close();
    await rm(folder, { recursive: true });
  }
}
