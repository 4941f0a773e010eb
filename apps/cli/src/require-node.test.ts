import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

async function importOn(node: string, ...argv: string[]) {
  const exit = vi.fn();
  const write = vi.fn();
  vi.stubGlobal('process', { versions: { node }, argv: ['node', 'crossvault', ...argv], stderr: { write }, exit });
  await import('./require-node.ts');
  return { exit: exit.mock.calls, written: write.mock.calls };
}

test.each(['20.20.2', '22.22.2', '24.14.1', '25.9.0'])(
  'on Node %s the command writes one sentence and ends with 1',
  async (node) => {
    expect(await importOn(node)).toEqual({
      exit: [[1]],
      written: [[`@crossvault/cli requires Node 22.22.3+, 24.15+ or 26+; this is Node ${node}.\n`]],
    });
  },
);

test('a check ends with 3, which monitoring systems read as unknown', async () => {
  expect((await importOn('20.20.2', '-o', 'json', 'check')).exit).toEqual([[3]]);
});

test.each(['22.22.3', '24.15.0', '26.0.0'])('on Node %s the command continues', async (node) => {
  expect(await importOn(node)).toEqual({ exit: [], written: [] });
});
