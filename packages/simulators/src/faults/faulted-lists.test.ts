import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SimulatedVendor } from '../simulated-vendor.ts';
import { type Simulators, startSimulators } from '../simulators.ts';
import { VENDOR_IDS, type VendorId } from '../truth.ts';
import { FAULT_KINDS, type FaultInput, type FaultKind } from './fault.ts';

/** The pages of a vendor's list, and where their rows are. */
interface ListPlace {
  readonly first: string;
  readonly second: string;
  readonly rows: string;
}
const LISTS: Readonly<Partial<Record<VendorId, ListPlace>>> = {
  'azure-backup': { first: '', second: '', rows: 'value' },
  'veeam-azure': {
    first: '/api/v8.1/jobSessions?Limit=3&Offset=0&FromUtc=2018-01-01T00:00:00Z',
    second: '/api/v8.1/jobSessions?Limit=3&Offset=3&FromUtc=2018-01-01T00:00:00Z',
    rows: 'results',
  },
  'veeam-spc': { first: '/v2/backupAgents?$top=2&$skip=0&$filter=name%20ne%20%27%27', second: '', rows: '' },
  avepoint: {
    first: '/backup/m365/cloudbackupjobs?pageSize=3&pageIndex=0&jobState=0',
    second: '/backup/m365/cloudbackupjobs?pageSize=3&pageIndex=1&jobState=0',
    rows: 'data',
  },
};

type Row = Record<string, unknown>;
type Page = { readonly status: number; readonly type: string | null; readonly text: string; readonly headers: Headers };

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startSimulators({ oddities: true, jobs: 60, start: '2026-11-20T06:00:00Z', pageSize: 3 });
});
afterAll(() => simulators.close());

const AZURE_VAULT = () => {
  const [truth] = simulators.truth().filter(({ vendor }) => vendor === 'azure-backup');
  const [subscription, group, vault] = (truth?.list ?? '').split('/');
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${vault}`;
};

const cases = VENDOR_IDS.flatMap((id) => (LISTS[id] === undefined ? [] : [[id, LISTS[id]] as const]));

describe.each(cases)('%s', (id, list) => {
  let vendor: SimulatedVendor;
  let first: string;
  let second: string;
  const { rows: rowsPath } = list;

  const get = (path: string, header: Record<string, string> = {}, signal: AbortSignal | null = null) =>
    fetch(vendor.url + path, { headers: { authorization: `Bearer ${vendor.tokens.valid}`, ...header }, signal });
  const read = async (response: Response): Promise<Page> => ({
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
    headers: response.headers,
  });
  const rowsOf = ({ text }: Page): Row[] => {
    const answer = JSON.parse(text);
    return rowsPath === '' ? answer : answer[rowsPath];
  };
  const textOfRows = (page: Page) => rowsOf(page).map((row) => JSON.stringify(row));
  const nextOf = ({ text }: Page): unknown => {
    const answer = JSON.parse(text);
    return answer.nextLink ?? answer['_links']?.next?.href ?? answer.metadata?.nextLink;
  };

  beforeAll(async () => {
    vendor = simulators.vendor(id);
    const azure = `${AZURE_VAULT()}/backupJobs?api-version=2019-05-13&%24filter=operation%20eq%20%27Backup%27`;
    first = id === 'azure-backup' ? azure : list.first;
    const link = id === 'azure-backup' ? String(nextOf(await read(await get(first)))) : '';
    second = id === 'azure-backup' ? link.slice(vendor.url.length) : list.second || first.replace('skip=0', 'skip=2');
  });
  afterEach(() => vendor.faults.clear());

  /** The second page, after the first, with a fault and without it. */
  const compare = async (fault: FaultInput) => {
    await read(await get(first));
    const sound = await read(await get(second));
    vendor.faults.clear();
    const before = await read(await get(first));
    vendor.faults.schedule({ faults: [fault] });
    return { before, sound, faulty: await read(await get(second)) };
  };
  const failing = async (fault: FaultInput) => {
    vendor.faults.schedule({ faults: [fault] });
    return get(second).then(read, () => 'cut');
  };
  const untilAsleep = () => expect.poll(() => simulators.clock.nextWakeMs).not.toBeNull();
  const untilHeld = () => expect.poll(() => vendor.heldRequests()).toHaveLength(1);
  const staysSilent = (kind: 'hang' | 'answer-held') => async () => {
    vendor.faults.schedule({ faults: [{ kind }] });
    const patience = new AbortController();
    const answer = get(second, {}, patience.signal).then(read, () => 'left');
    await untilHeld();
    patience.abort();
    expect(await answer).toBe('left');
    await expect.poll(() => vendor.heldRequests()).toEqual([]);
  };
  const refuses = (status: number, fault: FaultInput) => async () => {
    const page = await failing(fault);
    expect(page).toMatchObject({ status, type: expect.stringContaining('json') });
  };

  const seen: Readonly<Record<FaultKind, () => Promise<void>>> = {
    latency: async () => {
      vendor.faults.schedule({ faults: [{ kind: 'latency', delayMs: 5000 }] });
      const answer = get(second);
      await untilAsleep();
      expect(vendor.heldRequests()).toHaveLength(1);
      simulators.clock.move(5000);
      expect((await answer).status).toBe(200);
      expect(vendor.heldRequests()).toEqual([]);
    },
    hang: staysSilent('hang'),
    'answer-held': staysSilent('answer-held'),
    'performed-late': async () => {
      vendor.faults.schedule({ faults: [{ kind: 'performed-late', delayMs: 5000 }] });
      const answer = get(second);
      await untilAsleep();
      simulators.clock.move(5000);
      expect((await answer).status).toBe(200);
    },
    'reset-before': async () => expect(await failing({ kind: 'reset-before' })).toBe('cut'),
    'reset-body': async () => {
      vendor.faults.schedule({ faults: [{ kind: 'reset-body' }] });
      const response = await get(second);
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow();
    },
    'truncated-json': async () => {
      const { sound, faulty } = await compare({ kind: 'truncated-json' });
      expect(faulty.text.length).toBeGreaterThan(sound.text.length / 3);
      expect(faulty.headers.get('content-length')).toBe(String(Buffer.byteLength(faulty.text)));
      expect(() => JSON.parse(faulty.text)).toThrow();
    },
    'malformed-json': async () => {
      const { faulty } = await compare({ kind: 'malformed-json' });
      expect(() => JSON.parse(faulty.text)).toThrow();
    },
    html: async () => {
      const page = await failing({ kind: 'html' });
      expect(page).toMatchObject({ status: 200, type: expect.stringContaining('text/html') });
    },
    'wrong-content-type': async () => {
      const { sound, faulty } = await compare({ kind: 'wrong-content-type', contentType: 'application/octet-stream' });
      expect(faulty.type).toBe('application/octet-stream');
      expect(textOfRows(faulty)).toEqual(textOfRows(sound));
    },
    'wrong-charset': async () => {
      vendor.faults.schedule({ faults: [{ kind: 'wrong-charset' }, { kind: 'wrong-charset', charset: 'iso-8859-1' }] });
      const wide = await get(second);
      expect(wide.headers.get('content-type')).toBe('application/json; charset=utf-16le');
      const text = new TextDecoder('utf-16le').decode(await wide.arrayBuffer());
      const latin = await get(second);
      expect(latin.headers.get('content-type')).toBe('application/json; charset=iso-8859-1');
      const narrow = new TextDecoder('latin1').decode(await latin.arrayBuffer());
      expect(rowsOf({ text, status: 200, type: null, headers: wide.headers })).toEqual(
        rowsOf({ text: narrow, status: 200, type: null, headers: wide.headers }),
      );
    },
    gzip: async () => {
      const { sound, faulty } = await compare({ kind: 'gzip' });
      expect(faulty.headers.get('content-encoding')).toBe('gzip');
      expect(textOfRows(faulty)).toEqual(textOfRows(sound));
    },
    unauthorized: refuses(401, { kind: 'unauthorized' }),
    'forbidden-fields': async () => {
      const [row] = rowsOf(await read(await get(second)));
      const field = Object.keys(row ?? {})[0] ?? '';
      const { faulty } = await compare({ kind: 'forbidden-fields', fields: [field, 'no.such'] });
      expect(rowsOf(faulty).length).toBeGreaterThan(0);
      expect(rowsOf(faulty).every((each) => !(field in each))).toBe(true);
    },
    'not-found': refuses(404, { kind: 'not-found' }),
    'timeout-status': refuses(408, { kind: 'timeout-status' }),
    conflict: refuses(409, { kind: 'conflict' }),
    throttled: refuses(429, { kind: 'throttled' }),
    status: refuses(503, { kind: 'status', status: 503 }),
    'slow-drip': async () => {
      vendor.faults.schedule({ faults: [{ kind: 'slow-drip', delayMs: 1000, pieces: 3 }] });
      const answer = get(second).then(read);
      for (const _piece of [1, 2, 3]) {
        await untilAsleep();
        simulators.clock.move(1000);
      }
      expect(rowsOf(await answer).length).toBeGreaterThan(0);
    },
    'duplicate-page': async () => {
      const { before, faulty } = await compare({ kind: 'duplicate-page' });
      expect(textOfRows(faulty)).toEqual(textOfRows(before));
    },
    'shifted-page': async () => {
      const { before, sound, faulty } = await compare({ kind: 'shifted-page' });
      expect(textOfRows(faulty)).toEqual([...textOfRows(before).slice(-1), ...textOfRows(sound)]);
    },
    'ignored-offset': async () => {
      const { before, faulty } = await compare({ kind: 'ignored-offset' });
      if (id !== 'azure-backup') expect(textOfRows(faulty)).toEqual(textOfRows(before));
      else expect(rowsOf(faulty).map(({ name }) => name)).toEqual(rowsOf(before).map(({ name }) => name));
    },
    'ignored-filter': async () => {
      const { faulty } = await compare({ kind: 'ignored-filter' });
      expect(rowsOf(faulty).length).toBeGreaterThan(0);
      expect(vendor.requests.at(-1)?.path).toBe(second);
    },
    'broken-order': async () => {
      const { sound, faulty } = await compare({ kind: 'broken-order' });
      expect(textOfRows(faulty)).toEqual(textOfRows(sound).toReversed());
    },
    'endless-link': async () => {
      const { faulty } = await compare({ kind: 'endless-link' });
      expect(nextOf(faulty)).toBe(id === 'veeam-spc' ? undefined : vendor.url + second);
    },
    'foreign-link': async () => {
      const { faulty } = await compare({ kind: 'foreign-link' });
      expect(nextOf(faulty)).toBe(id === 'veeam-spc' ? undefined : `https://elsewhere.invalid${second}`);
    },
    huge: async () => {
      const { sound, faulty } = await compare({ kind: 'huge', sizeBytes: 1_000_000 });
      expect(faulty.text).toHaveLength(1_000_000 + faulty.text.trimStart().length);
      expect(textOfRows(faulty)).toEqual(textOfRows(sound));
    },
    'clock-skew': async () => {
      const { faulty } = await compare({ kind: 'clock-skew', seconds: -120 });
      const skew = Date.parse(faulty.headers.get('date') ?? '') - simulators.clock.now();
      expect(skew).toBe(-120_000);
    },
    'error-envelope': async () => {
      const page = await failing({ kind: 'error-envelope' });
      expect(page).toMatchObject({ status: 200, text: expect.stringContaining('simulated') });
    },
    'rotate-tokens': async () => {
      expect(await failing({ kind: 'rotate-tokens' })).toMatchObject({ status: 401 });
      expect((await get(second)).status).toBe(401);
      vendor.acceptToken(vendor.tokens.valid);
      expect((await get(second)).status).toBe(200);
    },
  };

  test.each(FAULT_KINDS)('%s', async (kind) => {
    await seen[kind]();
    const linkless = id === 'veeam-spc' && kind.endsWith('-link');
    expect(vendor.faults.done.map((done) => done.kind)).toEqual(
      linkless ? [] : kind === 'wrong-charset' ? [kind, kind] : [kind],
    );
  });
});
