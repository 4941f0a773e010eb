import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Draws docs/pictures/jobs-list.svg from what the real command prints on the demo: `pnpm picture`. */
const main = join(import.meta.dirname, '../main.ts');
const folder = mkdtempSync(join(tmpdir(), 'crossvault-picture-'));
const configuration = ['--config', '.crossvault/demo/crossvault.yaml'];

async function run(...argv: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [main, ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  return text(child.stdout);
}

const size = { font: 13, line: 19, character: 7.83, margin: 16 } as const;

const escapeXml = (line: string): string =>
  line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function draw(lines: readonly string[]): string {
  const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * size.character) + 2 * size.margin;
  const height = lines.length * size.line + 2 * size.margin;
  const rows = lines.map((line, index) => {
    const colour = line.startsWith('$') ? '#7dcfff' : line.startsWith('!') ? '#f7768e' : '#c0caf5';
    const y = size.margin + index * size.line + size.font;
    return `  <text x="${size.margin}" y="${y}" fill="${colour}" xml:space="preserve">${escapeXml(line)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    '  <title>The newest jobs of four vendors, as the command lists them</title>',
    `  <rect width="${width}" height="${height}" rx="8" fill="#1a1b26"/>`,
    `  <g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="${size.font}">`,
    ...rows,
    '  </g>',
    '</svg>',
    '',
  ].join('\n');
}

try {
  await run('demo', '--exit', '--port', '0');
  const asked = ['jobs', 'list', '--since', '24h', '--limit', '10'];
  const listed = await run(...asked, ...configuration);
  // Ids are long and say nothing in a picture.
  const lines = listed.trimEnd().split('\n');
  const idColumn = lines[0]?.indexOf('  ID') ?? -1;
  const shown = lines.map((line) => (idColumn < 0 ? line : line.slice(0, idColumn)).trimEnd());
  const home = join(import.meta.dirname, '../../../../docs/pictures');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'jobs-list.svg'), draw([`$ crossvault ${asked.join(' ')}`, '', ...shown]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
