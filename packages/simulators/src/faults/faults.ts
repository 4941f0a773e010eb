import type { RequestHandler } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import type { Planner } from '../schedule/planner.ts';
import { captureAnswer, sendBody } from './captured-answer.ts';
import type { Exchange } from './exchange.ts';
import type { Fault, FaultKind } from './fault.ts';
import { playFault } from './fault-effects.ts';
import { FAULT_HEADER, parseFaultHeader } from './fault-header.ts';
import { createFaultPlan, type RandomInput, type ScheduleInput, type ScriptInput } from './fault-plan.ts';
import { sendRefusal, sendThrottled } from './fault-refusal.ts';
import { createFormerPages } from './former-pages.ts';
import { createHeldRequests, type HeldRequests } from './held-requests.ts';
import { listOf } from './list-address.ts';
import { createThrottle, WAIT_NUMBER_HEADER } from './throttle.ts';
import { plainShapes, type VendorShapes } from './vendor-shapes.ts';

/** A fault that took effect. One that found nothing to do (no rows, no link, the first page) is not among them. */
export type DoneFault = { readonly kind: FaultKind; readonly path: string };

/** Faults on request, before a vendor's own routes and its token endpoints. Plans add up until they are cleared. */
export type Faults = {
  /** "The third request of the next list": `[{ on: { list: true, nth: 3 }, fault: { kind: 'hang' } }]`. */
  script(script: ScriptInput): void;
  /** One fault a request, then none. */
  schedule(schedule: ScheduleInput): void;
  /** The same seed does the same to the same requests in the same order. */
  random(random: RandomInput): void;
  /** Any of the three as another process writes it; throws RangeError. */
  plan(asked: unknown): void;
  /** Ends every plan and wait, and clears the record of effects. */
  clear(): void;
  readonly done: readonly DoneFault[];
  /**
   * Requests that came before a reported wait was over, and whose caller could know of it: a virtual world
   * says of every request which wait it knows; without that, what arrives together with the refused request is excused.
   */
  readonly askedTooEarly: number;
};

/** Vendor-specific input of faults. */
export type FaultyVendor = {
  readonly shapes?: VendorShapes | undefined;
  expireTokens(): void;
  /** Starts what has fallen due before each request, and says which requests find no answer. */
  readonly planner?: Pick<Planner, 'advance' | 'isBlind'> | null;
};

export type FaultRegistry = {
  readonly faults: Faults;
  readonly held: HeldRequests;
  readonly handler: RequestHandler;
  serve(vendor: FaultyVendor): void;
};

const knownWait = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

export const createFaultRegistry = (clock: SimulatedClock): FaultRegistry => {
  const plan = createFaultPlan();
  let waits = 0;
  const nextNumber = (): number => {
    waits += 1;
    return waits;
  };
  const throttles = { api: createThrottle(clock, nextNumber), identity: createThrottle(clock, nextNumber) };
  const held = createHeldRequests(clock);
  const formerPages = createFormerPages();
  const done: DoneFault[] = [];
  let shapes = plainShapes;
  let expireTokens = (): void => undefined;
  let planner: FaultyVendor['planner'] = null;

  const toExchange = (...[request, response, next]: Parameters<RequestHandler>): Omit<Exchange, 'record'> => {
    const path = request.originalUrl;
    const list = request.method === 'GET' ? listOf(path, shapes) : null;
    const rememberPage = (body: Buffer): void => {
      if (list !== null && response.statusCode === 200) formerPages.remember(list, { path, body });
      sendBody(response, body);
    };
    const pass = (): void => {
      if (list !== null) captureAnswer(response, rememberPage);
      next();
    };
    const throttle = shapes.identity?.test(request.path) === true ? throttles.identity : throttles.api;
    return { request, response, path, list, shapes, held, throttle, formerPages, expireTokens, pass };
  };

  const chooseFault = ({ request, path, list }: Omit<Exchange, 'record'>): Fault | null => {
    const planned = plan.next({ method: request.method, path, list });
    const header = request.get(FAULT_HEADER);
    return header === undefined ? planned : parseFaultHeader(header);
  };

  const handler: RequestHandler = async (request, response, next) => {
    // The vendor's time, not the platform's.
    response.setHeader('Date', new Date(clock.now()).toUTCString());
    planner?.advance();
    const exchange = toExchange(request, response, next);
    const record = (kind: FaultKind) => (): void => void done.push({ kind, path: exchange.path });
    if (planner?.isBlind(exchange.path) === true) {
      sendRefusal({ ...exchange, record: record('status') }, { status: 503, body: 'vendor' });
      return;
    }
    if (
      sendThrottled(
        { ...exchange, record: record('throttled') },
        exchange.throttle.refuse(shapes, knownWait(request.get(WAIT_NUMBER_HEADER))),
      )
    )
      return;
    try {
      const fault = chooseFault(exchange);
      if (fault === null) exchange.pass();
      else await playFault(fault, { ...exchange, record: record(fault.kind) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      response.status(400).json({ error: error.message });
    }
  };

  return Object.freeze({
    held,
    handler,
    serve: (vendor: FaultyVendor) => {
      shapes = vendor.shapes ?? plainShapes;
      expireTokens = vendor.expireTokens;
      planner = vendor.planner ?? null;
    },
    faults: Object.freeze({
      script: plan.script,
      schedule: plan.schedule,
      random: plan.random,
      plan: plan.read,
      clear: () => {
        plan.clear();
        throttles.api.clear();
        throttles.identity.clear();
        formerPages.clear();
        done.splice(0);
      },
      done,
      get askedTooEarly() {
        return throttles.api.askedTooEarly + throttles.identity.askedTooEarly;
      },
    }),
  });
};
