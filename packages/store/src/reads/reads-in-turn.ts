import type { ReadCall } from '@crossvault/core/store';
import { interceptCalls, invoke } from '../intercept-calls.ts';
import type { Reads } from '../store-calls.ts';
import type { Turns } from './turns.ts';

/** Reads whose cost grows with what is stored or asked for, each with the number of arguments before its `ReadCall`. */
const expensiveReads = {
  listJobs: 2,
  changes: 1,
  summary: 1,
  listOperations: 1,
  listAudit: 1,
  listThings: 2,
  runsOf: 2,
  subjects: 2,
  countSubjects: 1,
  subjectDays: 3,
  listOccurrences: 1,
  countOccurrences: 3,
  listFindings: 1,
  countFindings: 1,
} as const satisfies Partial<Record<keyof Reads, number>>;

export type ExpensiveRead = keyof typeof expensiveReads;

const isExpensive = (name: PropertyKey): name is ExpensiveRead => Object.hasOwn(expensiveReads, name);

const isReadCall = (value: unknown): value is ReadCall =>
  typeof value === 'object' && value !== null && 'signal' in value && value.signal instanceof AbortSignal;

/** Makes an expensive read for one caller. The signal of the call ends with the caller, and with the time for the read. */
export type MakeRead = (name: ExpensiveRead, args: readonly unknown[], call: ReadCall) => unknown;

/**
 * The same reads. An expensive one with a `ReadCall` waits for the caller's turn and is then made by `make`. All others are
 * background work, or cheap, and run at once.
 */
export function readInTurn(reads: Reads, turns: Turns, make: MakeRead): Reads {
  return interceptCalls(reads, (name, args) => {
    if (!isExpensive(name)) return invoke(reads, name, args);
    const own = args.slice(0, expensiveReads[name]);
    const call = args[own.length];
    return isReadCall(call)
      ? turns.take(call, async (signal) => make(name, own, { ...call, signal }))
      : invoke(reads, name, own);
  });
}
