import type { SimulatedClock } from '../clock/clock.ts';
import type { Random } from '../fleet/random.ts';

/** What a request is to be answered with. */
export type Outcome = { readonly status: number; readonly body: unknown };

type Action = {
  readonly id: string;
  readonly name: string;
  readonly doneMs: number;
  readonly outcome: Outcome;
};

const SUCCESS_KEPT_MS = 5 * 60_000;
const FAILURE_KEPT_MS = 60 * 60_000;
const INITIATOR = '0c0ffee0-0000-4000-8000-0000000000aa';

export type AsyncActions = {
  /** Takes the answer and gives the address where it can be had, spelled as the vendor's pages do; `id`: the caller's own. */
  begin(name: string, outcome: Outcome, id?: string): string;
  /** How the action stands; undefined: it is not known, or no longer. */
  describe(id: string): unknown;
  /** undefined: there is no result, not yet or no longer. */
  result(id: string): Outcome | undefined;
};

/** Requests that are worked off later: done after some time of the simulated clock, their results kept for a while. */
export const createAsyncActions = (clock: SimulatedClock, random: Random, workMs: number): AsyncActions => {
  const actions = new Map<string, Action>();

  const find = (id: string): Action | undefined => {
    const action = actions.get(id.toLowerCase());
    if (action === undefined) return undefined;
    const keptMs = action.outcome.status < 400 ? SUCCESS_KEPT_MS : FAILURE_KEPT_MS;
    return clock.now() < action.doneMs + keptMs ? action : undefined;
  };
  const isDone = ({ doneMs }: Action): boolean => clock.now() >= doneMs;

  return Object.freeze({
    begin: (name: string, outcome: Outcome, ownId?: string) => {
      const id = ownId?.toLowerCase() ?? random.uuid();
      actions.set(id, { id, name, outcome, doneMs: clock.now() + workMs });
      return `/api/v3/asyncAction/${id}`;
    },
    describe: (id: string) => {
      const action = find(id);
      if (action === undefined) return undefined;
      const end = action.outcome.status < 400 ? 'succeed' : 'failed';
      return {
        id: action.id,
        initiatorUid: INITIATOR,
        actionName: action.name,
        status: isDone(action) ? end : 'running',
        queryParameters: {},
        requestBody: null,
      };
    },
    result: (id: string) => {
      const action = find(id);
      return action !== undefined && isDone(action) ? action.outcome : undefined;
    },
  });
};
