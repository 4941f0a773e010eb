import { CrossvaultError } from '@crossvault/core';
import { expect, test } from 'vitest';
import { createTestClock } from '../time/idle-clock.ts';
import type { ExpectedJob } from '../world/connector-world.ts';
import type { Fault, FaultTarget } from './fault.ts';
import { createFaultyVendor } from './faulty-vendor.ts';

const jobs = Array.from({ length: 4 }, (_, index): ExpectedJob => {
  const at = `2026-03-01T0${index}:00:00.000Z`;
  const words = { kind: 'backup', nativeKind: 'Save', status: 'failed', nativeStatus: 'Bad' } as const;
  return { nativeId: `run-${index}`, ...words, startedAt: at, endedAt: at };
});
const rows = jobs.map(({ nativeId }) => ({ id: nativeId, state: { word: 'Bad' } }));

/** Two rows a page, with a link to the next. */
function openVendor() {
  const clock = createTestClock();
  const vendor = createFaultyVendor(
    {
      jobs,
      answer({ url }) {
        const { pathname, searchParams } = new URL(url);
        if (pathname !== '/runs') return Response.json(rows.find(({ id }) => pathname === `/runs/${id}`));
        const offset = Number(searchParams.get('offset'));
        return Response.json({ value: rows.slice(offset, offset + 2), nextLink: `/runs?offset=${offset + 2}` });
      },
    },
    clock,
  );
  const ask = (path: string, signal = new AbortController().signal) =>
    vendor.fetch(new Request(`https://vendor.example${path}`, { signal }));
  const spoil = (fault: Fault, on: FaultTarget = {}) => vendor.faults.script([{ on, fault }]);
  return { vendor, clock, ask, spoil };
}

const idsIn = (text: string) => [...text.matchAll(/"id":"([\w-]+)"/g)].map(([, id]) => id);

test('without a fault the vendor answers for itself, with its date', async () => {
  const { ask } = openVendor();
  const response = await ask('/runs?offset=0');
  expect(response.headers.get('date')).toBe('Mon, 02 Mar 2026 12:00:00 GMT');
  expect(idsIn(await response.text())).toEqual(['run-0', 'run-1']);
});

test('a fault hits the requests that its rule means, and no other', async () => {
  const { vendor, ask, spoil } = openVendor();
  spoil({ kind: 'status', status: 503 }, { list: true, nth: 2 });
  const statuses: number[] = [];
  for (const path of ['/runs/run-1', '/runs?offset=0', '/runs?offset=2', '/runs?offset=2'])
    statuses.push((await ask(path)).status);
  expect(statuses).toEqual([200, 200, 503, 200]);
  expect(vendor.faults.done).toEqual([{ kind: 'status', status: 503 }]);
});

test('a wait lasts as long as it was said, and who asks earlier is counted', async () => {
  const { vendor, clock, ask, spoil } = openVendor();
  spoil({ kind: 'throttled', wait: { form: 'seconds', seconds: 20 } });
  expect((await ask('/runs')).headers.get('retry-after')).toBe('20');
  await new Promise((resolve) => setImmediate(resolve));
  expect((await ask('/runs')).status).toBe(429);
  expect(vendor.faults.askedTooEarly).toBe(1);
  clock.move(20_000);
  expect((await ask('/runs')).status).toBe(200);
});

test('pages are repeated, and links lead elsewhere', async () => {
  const { ask, spoil } = openVendor();
  spoil({ kind: 'duplicate-page' }, { list: true, nth: 2 });
  await ask('/runs?offset=0');
  expect(idsIn(await (await ask('/runs?offset=2')).text())).toEqual(['run-0', 'run-1']);
  spoil({ kind: 'foreign-link' });
  expect(await (await ask('/runs?offset=0')).json()).toMatchObject({ nextLink: 'https://evil.example/runs?offset=2' });
  spoil({ kind: 'endless-link' });
  const again = 'https://vendor.example/runs?offset=2';
  expect(await (await ask('/runs?offset=2')).json()).toMatchObject({ nextLink: again });
});

test('silence ends with the caller’s signal, and a cut connection says so', async () => {
  const { ask, spoil } = openVendor();
  spoil({ kind: 'hang' });
  const caller = new AbortController();
  const asked = ask('/runs', caller.signal);
  caller.abort(new CrossvaultError({ code: 'interrupted', message: 'The caller left.' }));
  await expect(asked).rejects.toMatchObject({ code: 'interrupted' });
  spoil({ kind: 'reset-before' });
  await expect(ask('/runs')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  spoil({ kind: 'reset-body' });
  await expect((await ask('/runs')).text()).rejects.toThrow('terminated');
});

test.each<[Fault, (text: string) => boolean]>([
  [{ kind: 'truncated-json' }, (text) => !text.endsWith('}')],
  [{ kind: 'html' }, (text) => text.startsWith('<!doctype html>')],
  [{ kind: 'slow-drip', delayMs: 2000, pieces: 5 }, (text) => text.includes('"run-1"')],
  [{ kind: 'huge', sizeBytes: 100_000 }, (text) => text.length > 100_000],
  [{ kind: 'forbidden-fields', fields: ['state.word'] }, (text) => !text.includes('Bad')],
])('%o changes what is read', async (fault, isSpoiled) => {
  const { ask, spoil } = openVendor();
  spoil(fault);
  expect(isSpoiled(await (await ask('/runs')).text())).toBe(true);
});

test('a job is changed wherever it is shown, and a record takes the place of another', async () => {
  const { vendor, ask } = openVendor();
  vendor.changeJob('run-1', { state: { word: 'Frozen' } });
  expect(await (await ask('/runs/run-1')).json()).toEqual({ id: 'run-1', state: { word: 'Frozen' } });
  expect(vendor.showRecord({ state: 'nameless' })).toBe('run-0');
  expect(await (await ask('/runs')).json()).toMatchObject({
    value: [{ state: 'nameless' }, { id: 'run-1', state: { word: 'Frozen' } }],
  });
  expect(vendor.truth().map(({ nativeId }) => nativeId)).toEqual(['run-1', 'run-2', 'run-3']);
});
