import { STATUS_CODES } from 'node:http';

/** What a fault has to know of a vendor's addresses and answers to spoil them as the vendor itself would. */
export type VendorShapes = {
  /** Paths (without query) of the requests that give a page of a list. */
  readonly lists: RegExp;
  /** Paths that really are another host's, where tokens come from: a wait there is none here. @default none */
  readonly identity?: RegExp;
  /** Where a page has its rows: dotted paths, '' for the answer itself. The first that leads to an array counts. */
  readonly rows: readonly string[];
  /** Where the answer about a single job has it. */
  readonly record: string;
  /** Where a page has the link of the next one; null: the vendor gives none. */
  readonly nextLink: string | null;
  /** Parameters that say where a page begins. Names are compared without case, here and below. */
  readonly offsets: readonly string[];
  /** Parameters that narrow a list. */
  readonly filters: readonly string[];
  /** Fields of a token's answer that are instants. */
  readonly tokenTimes: readonly string[];
  /** How the vendor words a failure of that status, in an answer of its own or within one of status 200. */
  problem(status: number, message: string): unknown;
  /** Media type of an error answer. @default application/json */
  readonly problemType?: string;
};

/** `TooManyRequests`: the word of a status for vendors that have a code for each. */
export const statusWord = (status: number): string =>
  (STATUS_CODES[status] ?? 'Unknown Error').replaceAll(/[^A-Za-z]/g, '');

/** Shapes of a vendor without any: faults that need more than a body have no effect. */
export const plainShapes: VendorShapes = {
  lists: /(?!)/,
  rows: [],
  record: '',
  nextLink: null,
  offsets: [],
  filters: [],
  tokenTimes: [],
  problem: (status, message) => ({ status, message }),
};
