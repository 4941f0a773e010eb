import {
  asRead,
  combine,
  type Job,
  missing,
  type Reading,
  Unreadable,
  unreadable,
  type WireValue,
} from '@crossvault/core';

const none: readonly Reading<null>[] = [];

/** A job's details while they are collected: texts under their names, in the order in which they are added. */
export class Details {
  readonly #texts: Job['details'] = {};
  /** A reading for each value that is there and cannot be read. */
  #lost: readonly Reading<null>[] = none;

  /** Absent and empty values are left out. */
  add(name: string, value: WireValue<string>): void {
    if (value === null || value === undefined || value === '') return;
    if (value instanceof Unreadable) this.#lost = [...this.#lost, unreadable(null)];
    else this.#texts[name] = value;
  }

  /** The same, under a name that the vendor chose: `__proto__` is one like any other. */
  addLabel(label: string, value: WireValue<string>): void {
    if (label !== '__proto__' || typeof value !== 'string' || value === '') this.add(label, value);
    else Object.defineProperty(this.#texts, label, { value, enumerable: true, writable: true, configurable: true });
  }

  /** The single answer may have details where a list row has none. */
  toReading(isFull: boolean): Reading<Job['details']> {
    if (this.#lost.length > 0) return combine(this.#texts, this.#lost);
    return isFull || Object.keys(this.#texts).length > 0 ? asRead(this.#texts) : missing(this.#texts);
  }
}
