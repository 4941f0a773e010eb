import { orAbort } from '@crossvault/core';
import type { IdleClock } from '../time/idle-clock.ts';
import type { ExpectedJob, Fetch, WorldFaults } from '../world/connector-world.ts';
import type { Fault } from './fault.ts';
import { createFaultPlan } from './fault-plan.ts';
import { idOfRow, listIn, mergeInto, rowsIn } from './json-rows.ts';
import { answerInstead, answerOtherwise, type ReadAnswer } from './spoil-answer.ts';
import { spoilBody } from './spoil-body.ts';
import { createThrottle } from './throttle.ts';

/** The vendor of a test, as its author wrote it. */
export interface VendorUnderTest {
  /** Answers a request as the vendor would. */
  answer(request: Request): Response | Promise<Response>;
  /** The jobs that it has, as they truly are: written beside the payloads, never mapped from them. At least three, one of them failed. */
  readonly jobs: readonly ExpectedJob[];
  /** Lets the running jobs end. Absent where none do. */
  endRunningJobs?(): void;
}

/** The vendor with faults between it and the connector. */
export interface FaultyVendor {
  readonly fetch: Fetch;
  readonly faults: WorldFaults;
  readonly requests: readonly { readonly method: string; readonly path: string; readonly origin: string }[];
  /** Requests that wait for their answers. */
  readonly pending: number;
  truth(): readonly ExpectedJob[];
  changeJob(nativeId: string, merge: Readonly<Record<string, unknown>>): void;
  showRecord(raw: unknown): string;
  setRunning(isRunning: boolean): void;
}

const cutOff = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

const isDelay = ({ kind }: Fault): boolean => kind === 'latency' || kind === 'hang' || kind === 'reset-before';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Puts faults between a vendor and those who ask it. */
export function createFaultyVendor(vendor: VendorUnderTest, clock: IdleClock): FaultyVendor {
  const plan = createFaultPlan();
  const throttle = createThrottle(clock);
  const done: { readonly kind: Fault['kind'] }[] = [];
  const requests: { method: string; path: string; origin: string }[] = [];
  const changes = new Map<string, Readonly<Record<string, unknown>>>();
  const pages = new Map<string, { readonly first: string; last: { readonly url: string; readonly text: string } }>();
  let replaced: { readonly id: string; readonly raw: unknown } | null = null;
  let isRunning = true;
  let pending = 0;

  const idsNow = (): ReadonlySet<string> => new Set(vendor.jobs.map(({ nativeId }) => nativeId));

  /** The vendor's answer, with what a test changed of its jobs. */
  async function readAnswer(request: Request): Promise<ReadAnswer> {
    const response = await vendor.answer(request);
    const headers = new Headers(response.headers);
    if (!headers.has('date')) headers.set('date', new Date(clock.now()).toUTCString());
    const text = await response.text();
    const body = parse(text);
    const ids = idsNow();
    for (const { id, row } of rowsIn(body, ids)) mergeInto(row, changes.get(id) ?? {});
    const list = replaced === null ? null : listIn(body, ids);
    const index = list?.findIndex((row) => idOfRow(row, ids) === replaced?.id) ?? -1;
    if (list !== null && index >= 0) list[index] = replaced?.raw;
    const isChanged = changes.size > 0 || index >= 0;
    return { status: response.status, headers, text: isChanged && body !== undefined ? JSON.stringify(body) : text };
  }

  const send = ({ status, headers, text }: ReadAnswer): Response =>
    new Response([204, 205, 304].includes(status) ? null : text, { status, headers });

  function rememberPage(url: string, text: string): { firstPage: string | null; pageBefore: string | null } {
    const { pathname } = new URL(url);
    const known = pages.get(pathname);
    if (known === undefined) pages.set(pathname, { first: text, last: { url, text } });
    else if (known.last.url !== url) pages.set(pathname, { ...known, last: { url, text } });
    const isLater = known !== undefined && known.last.url !== url;
    return { firstPage: isLater ? known.first : null, pageBefore: isLater ? known.last.text : null };
  }

  /** The answer with the fault in it; null where the fault finds nothing to do. */
  function spoil(fault: Fault, url: string, answer: ReadAnswer, isList: boolean): Response | null {
    if (fault.kind === 'throttled') return throttle.begin(fault.wait);
    const instead = answerInstead(fault);
    if (instead !== null || answer.status >= 300) return instead;
    const former = isList ? rememberPage(url, answer.text) : { firstPage: null, pageBefore: null };
    const text = spoilBody(fault, { url, body: parse(answer.text), ids: idsNow(), ...former });
    return text === null ? answerOtherwise(fault, answer, clock) : send({ ...answer, text });
  }

  /** What happens on the way to the vendor: it comes late, never, or not at all. */
  async function delay(fault: Fault, signal: AbortSignal): Promise<void> {
    if (fault.kind === 'reset-before') throw cutOff('ECONNRESET');
    if (fault.kind === 'hang') await new Promise<never>(() => undefined);
    if (fault.kind === 'latency') await clock.sleep(fault.delayMs, { signal });
  }

  async function answer(request: Request): Promise<Response> {
    if (!isRunning) throw cutOff('ECONNREFUSED');
    const refusal = throttle.refuse();
    if (refusal !== null) return refusal;
    const given = await clock.track(readAnswer(request));
    const isList = given.status < 300 && listIn(parse(given.text), idsNow()) !== null;
    const fault = plan.next(isList);
    if (fault === null) {
      if (isList) rememberPage(request.url, given.text);
      return send(given);
    }
    if (isDelay(fault)) {
      done.push(fault);
      await delay(fault, request.signal);
      return send(given);
    }
    const spoiled = spoil(fault, request.url, given, isList);
    if (spoiled !== null) done.push(fault);
    return spoiled ?? send(given);
  }

  return {
    async fetch(request) {
      const { origin, pathname, search } = new URL(request.url);
      requests.push({ method: request.method, path: `${pathname}${search}`, origin });
      pending += 1;
      clock.look();
      try {
        return await orAbort(request.signal, () => answer(request));
      } finally {
        pending -= 1;
        clock.look();
      }
    },
    faults: {
      script: plan.add,
      done,
      get askedTooEarly() {
        return throttle.askedTooEarly;
      },
    },
    requests,
    get pending() {
      return pending;
    },
    truth: () => vendor.jobs.filter(({ nativeId }) => nativeId !== replaced?.id),
    changeJob: (nativeId, merge) => void changes.set(nativeId, merge),
    showRecord(raw) {
      const [first] = vendor.jobs;
      if (first === undefined) throw new Error('The vendor has no job.');
      replaced = { id: first.nativeId, raw };
      return first.nativeId;
    },
    setRunning(running) {
      isRunning = running;
    },
  };
}
