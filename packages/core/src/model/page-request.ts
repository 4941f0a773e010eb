/** Which page of a list. */
export interface PageRequest {
  /** How many jobs are wanted; the vendor's own limits win. */
  readonly size: number;
  /** `next` of the page before, null for the first. Valid for the same list and query, within one reading. */
  readonly token: string | null;
}
