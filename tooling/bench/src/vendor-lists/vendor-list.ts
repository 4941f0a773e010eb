import type { Connector, ConnectorContext, Secret } from '@crossvault/core';
import type { Benchmark, Candidate } from '../benchmark.ts';

/** A vendor's list of jobs, as one answer with many rows. */
export interface VendorList {
  /** Name of the benchmark. */
  readonly name: string;
  /** The vendor's own name. */
  readonly product: string;
  /** The field of the answer that has the rows. */
  readonly rows: string;
  /** Rows of a simulated fleet, as one answer: the same bytes every time. */
  makeList(rows: number): Promise<Buffer>;
  /** Connects the vendor's connector, with a token instead of a log-in. Loads it first. */
  connect(context: ConnectorContext, token: Secret): Promise<Connector>;
  /** The answer to a request for anything else than the measured rows. @default every request is for them */
  readonly otherAnswer?: (url: URL) => unknown;
  /** What the vendor does not report in its rows, as a store would remember it. @default nothing */
  readonly remembered?: Readonly<Record<string, string>>;
}

const things = 10_000;

/** From the bytes of an answer to parsed JSON, to what our HTTP client hands on, and to jobs. */
export function toBenchmark(list: VendorList): Benchmark {
  return {
    name: list.name,
    title: `A list answer of ${list.product} with 10,000 jobs, from its bytes to what a caller gets.`,
    expected: things,
    makeInput: () => list.makeList(things),
    candidates: [parsed(list), clientKit(list), connector(list)],
  };
}

/** How many rows a parsed answer has. */
function countRows(body: unknown, { rows }: VendorList): number {
  const found: unknown =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([name]) => name === rows)?.[1] : null;
  return Array.isArray(found) ? found.length : 0;
}

const parsed = (list: VendorList): Candidate => ({
  name: 'JSON.parse',
  load: async (input) => async () => countRows(JSON.parse(input.toString('utf8')), list),
});

/** What every vendor's client does with an answer before anything is mapped: the body, read and parsed. */
const clientKit = (list: VendorList): Candidate => ({
  name: 'client-kit',
  async load(input) {
    const [{ createVendorClient, samePath }, { answerWith }, { createContext, patientCall }] = await Promise.all([
      import('@crossvault/client-kit'),
      import('../azure-list/answer.ts'),
      import('../azure-list/context.ts'),
    ]);
    const context = createContext(answerWith(Buffer.from(input)));
    const client = createVendorClient({ baseUrl: 'https://vendor.example', context, readProblem: () => null });
    return async () => {
      const { body } = await client.follow('https://vendor.example/jobs', samePath('/jobs'), patientCall);
      return countRows(body, list);
    };
  },
});

/** The connector as a configuration would connect it, on a transport that gives the bytes: jobs come out. */
const connector = (list: VendorList): Candidate => ({
  name: 'connector',
  async load(input) {
    const [{ Secret }, { answerWith }, { createContext, patientCall }] = await Promise.all([
      import('@crossvault/core'),
      import('../azure-list/answer.ts'),
      import('../azure-list/context.ts'),
    ]);
    const answer = answerWith(Buffer.from(input));
    const context = createContext(async (request) => {
      const other = list.otherAnswer?.(new URL(request.url));
      return other === undefined ? answer() : Response.json(other);
    });
    const connected = await list.connect(context, new Secret('a-token'));
    const [jobs] = await connected.jobLists(patientCall);
    if (jobs === undefined) throw new Error('The connection has no list.');
    const query = { startedAfter: null, startedBefore: null, status: null };
    const { remembered } = list;
    const call = remembered === undefined ? patientCall : { ...patientCall, recall: recallAll(remembered) };
    return async () => {
      let read = 0;
      let token: string | null = null;
      do {
        const page = await connected.listJobs(jobs, query, { size: things, token }, call);
        read += page.records.length + page.withoutRun;
        token = page.next;
      } while (token !== null);
      return read;
    };
  },
});

const recallAll = (extras: Readonly<Record<string, string>>) => async (list: string, nativeIds: readonly string[]) => {
  const context = { connection: 'azure-prod', list, observedAt: '2026-03-02T12:00:00.000Z', ...extras };
  return new Map(nativeIds.map((id) => [id, context]));
};
