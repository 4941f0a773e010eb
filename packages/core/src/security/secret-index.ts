import { digestOf, gram, roll, slotOfBeginning, slots, startDigest, toSlot } from '../values/text-digest.ts';
import type { SecretForm } from './secret-forms.ts';

/** A part of a text, from `start` up to and without `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether secrets of this scope are looked for. */
export type Admits = (scope: string) => boolean;

interface Entry {
  readonly head: number;
  readonly key: number;
  /** How many characters are compared; a longer form is known by so many. */
  readonly verified: number;
  readonly digest: number;
  readonly length: number;
  readonly spreads: boolean;
  /** Of its beginning in the table of beginnings. */
  readonly slot: number;
  /** How often it was added, by scope. */
  readonly held: Map<string, number>;
}

/** Lengths by which forms are grouped. Each form stands under the longest that is not longer than itself. */
const heads = [8, 16, 32, 64, 128, 256] as const;
const longestVerified = 256;
const longestCount = 0xffff;

/**
 * Finds any number of secrets in one walk through a text: its cost follows from the length of the text, and not from how many
 * secrets there are or how long they are. It keeps digests alone, so that no secret can be read out of it.
 *
 * Every eight characters of the text are looked up in a table of the beginnings of all forms. Where one begins, the digest of
 * 8, 16, 32 … characters identifies it, and the digest of all of it (at most 256 characters) whether it is really there.
 */
export class SecretIndex {
  readonly #begins = new Uint16Array(slots);
  readonly #entries = new Map<number, Map<number, Entry[]>>(heads.map((head) => [head, new Map()]));
  #size = 0;
  #steps = 0;

  /** How many forms are looked for. */
  get size(): number {
    return this.#size;
  }

  /** How many characters `find` has looked at so far: what it costs. */
  get steps(): number {
    return this.#steps;
  }

  /** Looks for these forms from now on, until what it gives is called. What was added twice is dropped with the second drop. */
  add(forms: readonly SecretForm[], scope: string): () => void {
    let held: readonly Entry[] = forms.map((form) => this.#hold(form, scope));
    return () => {
      for (const entry of held) this.#drop(entry, scope);
      held = [];
    };
  }

  /** Where the text holds any of them: in order, none touching another. */
  find(text: string, admits: Admits): readonly TextRange[] {
    if (this.#size === 0 || text.length < gram) return [];
    const found: { start: number; end: number }[] = [];
    this.#steps += text.length;
    let hash = 0;
    for (let end = 1; end <= text.length; end += 1) {
      const start = end - gram;
      hash = roll(hash, text.charCodeAt(end - 1), start > 0 ? text.charCodeAt(start - 1) : 0);
      if (start < 0 || this.#begins[toSlot(hash)] === 0) continue;
      const entry = this.#longestAt(text, start, admits);
      if (entry !== null) addRange(found, toRange(text, start, entry, found.at(-1)?.end ?? 0));
    }
    return found;
  }

  #hold({ text, length, spreads }: SecretForm, scope: string): Entry {
    const head = heads.findLast((each) => each <= text.length) ?? gram;
    const key = digestOf(text, 0, head);
    const verified = Math.min(text.length, longestVerified);
    const digest = digestOf(text, 0, verified);
    const ofHead = this.#entries.get(head) ?? new Map<number, Entry[]>();
    const entries = ofHead.get(key) ?? [];
    ofHead.set(key, entries);
    const known = entries.find((each) => each.digest === digest && each.length === length);
    const slot = slotOfBeginning(text);
    const entry = known ?? { head, key, verified, digest, length, spreads, slot, held: new Map<string, number>() };
    entry.held.set(scope, (entry.held.get(scope) ?? 0) + 1);
    if (known === undefined) {
      entries.push(entry);
      this.#size += 1;
      this.#begins[slot] = Math.min(longestCount, (this.#begins[slot] ?? 0) + 1);
    }
    return entry;
  }

  #drop(entry: Entry, scope: string): void {
    const { head, key, slot, held } = entry;
    const left = (held.get(scope) ?? 0) - 1;
    if (left > 0) held.set(scope, left);
    else held.delete(scope);
    const entries = this.#entries.get(head)?.get(key);
    if (held.size > 0 || entries === undefined) return;
    entries.splice(entries.indexOf(entry), 1);
    if (entries.length === 0) this.#entries.get(head)?.delete(key);
    this.#size -= 1;
    const count = this.#begins[slot] ?? 0;
    // A count that ran over is never lowered: it costs a look, and forgets nothing.
    if (count < longestCount) this.#begins[slot] = count - 1;
  }

  #longestAt(text: string, start: number, admits: Admits): Entry | null {
    const digest = startDigest(text, start);
    let longest: Entry | null = null;
    for (const head of heads) {
      if (start + head > text.length) break;
      digest.growTo(start + head);
      this.#steps += head;
      for (const entry of this.#entries.get(head)?.get(digest.value()) ?? []) {
        if (this.#isThere(entry, text, start, admits) && entry.length > (longest?.length ?? 0)) longest = entry;
      }
    }
    return longest;
  }

  #isThere({ verified, digest, held }: Entry, text: string, start: number, admits: Admits): boolean {
    if (start + verified > text.length || ![...held.keys()].some(admits)) return false;
    this.#steps += verified;
    return digestOf(text, start, verified) === digest;
  }
}

/** Joins ranges that overlap. */
export function addRange(ranges: { start: number; end: number }[], { start, end }: TextRange): void {
  const last = ranges.at(-1);
  if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
  else ranges.push({ start, end });
}

const isBase64 = (text: string, at: number): boolean => /^[A-Za-z0-9+/=_-]$/.test(text.charAt(at));
const isWithinWord = (text: string, at: number): boolean => /^[^\s"'<>]$/.test(text.charAt(at));

/**
 * The whole of what was found: of base64 the run that it stands in, of a long form what belongs to the same word. What ends
 * before `after` was walked through already.
 */
function toRange(text: string, found: number, entry: Entry, after: number): TextRange {
  let [start, end] = [found, Math.max(found + entry.verified, after)];
  if (entry.spreads) {
    while (start > after && isBase64(text, start - 1)) start -= 1;
    while (isBase64(text, end)) end += 1;
    return { start, end };
  }
  while (end < found + entry.length && isWithinWord(text, end)) end += 1;
  return { start, end };
}
