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

test.each(['20.20.2', '22.18.0', '18.0.0'])('Node %s is refused in one sentence', async (node) => {
  await expect(importOn(node)).rejects.toThrow(`@crossvault/client-kit requires Node 22.19+; this is Node ${node}.`);
});

test.each(['22.19.0', '22.23.3', '23.0.0', '24.21.0'])('Node %s is accepted', async (node) => {
  await expect(importOn(node)).resolves.toBeDefined();
});
