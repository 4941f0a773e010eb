import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const importOn = (node: string) => {
  vi.stubGlobal('process', { versions: { node } });
  return import('./require-node.ts');
};

test.each(['18.0.0', '20.20.2', '22.19.0', '22.22.2', '23.11.1', '24.14.1', '25.9.0'])(
  'Node %s is refused in one sentence',
  async (node) => {
    await expect(importOn(node)).rejects.toThrow(
      `@crossvault/store requires Node 22.22.3+, 24.15+ or 26+; this is Node ${node}.`,
    );
  },
);

test.each(['22.22.3', '22.23.0', '24.15.0', '24.21.0', '26.0.0', '28.1.0'])('Node %s is accepted', async (node) => {
  await expect(importOn(node)).resolves.toBeDefined();
});
