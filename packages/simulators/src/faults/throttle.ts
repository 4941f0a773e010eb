import type { SimulatedClock } from '../clock/clock.ts';
import type { ThrottleWait } from './fault.ts';
import type { VendorShapes } from './vendor-shapes.ts';

export type Refusal = { readonly headers: Readonly<Record<string, string>>; readonly body: unknown };

const MESSAGE = 'Too many requests; the limit is simulated.';

/** A date in a header has no fractions of a second: the wait ends with the one that was reported. */
const endOf = (wait: ThrottleWait, nowMs: number): number => {
  const untilMs = nowMs + wait.seconds * 1000;
  return wait.form === 'date' ? Math.ceil(untilMs / 1000) * 1000 : untilMs;
};

/** The number of the wait in an answer, and of the newest wait that a caller knows of. Only test clients send these headers. */
export const WAIT_NUMBER_HEADER = 'x-simulate-wait';

type Announced = { readonly wait: ThrottleWait; readonly untilMs: number; readonly number: number };

/** A wait that a vendor has reported to a caller, on the simulated clock. */
/** `nextNumber`: waits of several hosts behind one address are numbered together. */
export const createThrottle = (clock: Pick<SimulatedClock, 'now'>, nextNumber: () => number) => {
  let current: (Announced & { isOut: boolean }) | null = null;
  let askedTooEarly = 0;

  const refuse = ({ wait, untilMs, number }: Announced, shapes: VendorShapes): Refusal => {
    const leftSeconds = Math.ceil((untilMs - clock.now()) / 1000);
    const body = shapes.problem(429, MESSAGE);
    const own = { [WAIT_NUMBER_HEADER]: String(number) };
    if (wait.form === 'seconds') return { headers: { ...own, 'Retry-After': String(leftSeconds) }, body };
    if (wait.form === 'date') return { headers: { ...own, 'Retry-After': new Date(untilMs).toUTCString() }, body };
    if (wait.form === 'none') return { headers: own, body };
    return {
      headers: own,
      body: { errors: [{ type: 'transport', code: 429, message: MESSAGE, retryAfter: leftSeconds }] },
    };
  };

  return Object.freeze({
    /** Requests that came before a reported wait was over. */
    get askedTooEarly() {
      return askedTooEarly;
    },
    begin: (wait: ThrottleWait, shapes: VendorShapes): Refusal => {
      const begun = { wait, untilMs: endOf(wait, clock.now()), number: nextNumber(), isOut: false };
      current = begun;
      // What was sent together with the refused request is on its way for another turn; its caller could not know.
      setImmediate(() => setImmediate(() => Object.assign(begun, { isOut: true })));
      return refuse(begun, shapes);
    },
    /** How a request is refused that comes now; null: nothing is waited for. `known`: the newest wait that its caller knows. */
    refuse: (shapes: VendorShapes, known: number | null): Refusal | null => {
      if (current === null) return null;
      if (clock.now() >= current.untilMs) {
        current = null;
        return null;
      }
      const couldKnow = known === null ? current.isOut : known >= current.number;
      if (couldKnow && current.wait.form !== 'none') askedTooEarly += 1;
      return refuse(current, shapes);
    },
    clear: (): void => {
      current = null;
      askedTooEarly = 0;
    },
  });
};

export type Throttle = ReturnType<typeof createThrottle>;
