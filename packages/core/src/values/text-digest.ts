/** How many characters a beginning has. */
export const gram = 8;

const [rollingBase, firstBase, secondBase] = [0x01000193, 0x2c1b3c6d, 0x297a2d39];
const leaving = Array.from({ length: gram }).reduce<number>((power) => Math.imul(power, rollingBase), 1);

/** The next value of a hash over the last eight characters. */
export const roll = (hash: number, entering: number, gone: number): number =>
  (Math.imul(hash, rollingBase) + entering - Math.imul(gone, leaving)) | 0;

/** How many slots the table of beginnings has: a power of two. */
export const slots = 0x4_0000;

/** Such a hash as a slot in that table. */
export const toSlot = (hash: number): number => (hash ^ (hash >>> 16)) & (slots - 1);

export function slotOfBeginning(text: string): number {
  let hash = 0;
  for (let index = 0; index < gram; index += 1) hash = roll(hash, text.charCodeAt(index), 0);
  return toSlot(hash);
}

/** A digest of a growing part of a text. */
export interface Digest {
  /** Takes in what stands before `end`. */
  growTo(end: number): void;
  /** Two hashes in the 53 bits of one number. */
  value(): number;
}

export function startDigest(text: string, start: number): Digest {
  let [first, second, at] = [0, 0, start];
  return {
    growTo(end) {
      for (; at < end; at += 1) {
        first = (Math.imul(first, firstBase) + text.charCodeAt(at)) | 0;
        second = (Math.imul(second, secondBase) + text.charCodeAt(at)) | 0;
      }
    },
    value: () => (first >>> 0) + (second & 0x1fffff) * 0x1_0000_0000,
  };
}

export function digestOf(text: string, start: number, length: number): number {
  const digest = startDigest(text, start);
  digest.growTo(start + length);
  return digest.value();
}
