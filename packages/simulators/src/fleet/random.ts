import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Random = {
  /** A whole number; both ends are possible. */
  integer(from: number, to: number): number;
  pick<Item>(list: readonly Item[]): Item;
  chance(probability: number): boolean;
  hex(length: number): string;
  uuid(): string;
  /** Another stream that depends on the seed and the label only, not on what was drawn here before. */
  fork(label: string): Random;
};

const MILLION = 1_000_000;

/** FNV-1a, 32 bits. */
const hash = (text: string): number =>
  [...text].reduce((value, character) => Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5) |
  0;

export const createRandom = (seed: number | string): Random => {
  const generator = xoroshiro128plus(hash(String(seed)));
  const integer = (from: number, to: number): number => uniformInt(generator, from, to);
  const hex = (length: number): string => Array.from({ length }, () => integer(0, 15).toString(16)).join('');
  return Object.freeze({
    integer,
    hex,
    pick: <Item>(list: readonly Item[]): Item => {
      const item = list[integer(0, list.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    chance: (probability: number) => integer(0, MILLION - 1) < probability * MILLION,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'.charAt(integer(0, 3))}${hex(3)}-${hex(12)}`,
    fork: (label: string) => createRandom(`${seed}/${label}`),
  });
};
