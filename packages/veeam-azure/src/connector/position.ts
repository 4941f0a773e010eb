import { CrossvaultError } from '@crossvault/core';

/** Position of a reading of the list. */
export interface Position {
  /** Offset of the next session when the last page was read. */
  readonly offset: number;
  /** Ids of the sessions that were returned last, in their order; '' for a row without one. They show whether the list has moved. */
  readonly reported: readonly string[];
  /** The total that the last page reported. */
  readonly totalCount: number | null;
  /** Maximum page size of the appliance, once it returned fewer than requested. */
  readonly most: number | null;
}

export const firstPosition: Position = { offset: 0, reported: [], totalCount: null, most: null };

export function toPageToken({ offset, reported, totalCount, most }: Position): string {
  return [offset, totalCount ?? '', most ?? '', reported.join(' ')].join('/');
}

export function parsePageToken(token: string, connection: string): Position {
  const [, offset, totalCount, most, reported = ''] = /^(\d{1,16})\/(\d{0,16})\/(\d{0,16})\/(.*)$/s.exec(token) ?? [];
  if (offset === undefined || ![offset, totalCount, most].every((text) => Number.isSafeInteger(Number(text)))) {
    throw new CrossvaultError({
      code: 'invalid-cursor',
      message: 'This page token does not belong to a list of sessions.',
      source: connection,
    });
  }
  return {
    offset: Number(offset),
    reported: reported === '' ? [] : reported.split(' '),
    totalCount: toCount(totalCount),
    most: toCount(most),
  };
}

const toCount = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text));
