import { CrossvaultError } from '@crossvault/contract';

/** Where a reading of the list stands. */
export interface Position {
  readonly offset: number;
  /** The first ids of the page before, and the total that it told: what an ignored offset is known by. */
  readonly firstIds: readonly string[];
  readonly totalCount: number | null;
}

export const firstPosition: Position = { offset: 0, firstIds: [], totalCount: null };

export function toPageToken({ offset, firstIds, totalCount }: Position): string {
  return `${offset}/${totalCount ?? ''}/${firstIds.join(' ')}`;
}

export function parsePageToken(token: string, connection: string): Position {
  const [, offset = '', totalCount = '', ids = ''] = /^(\d{1,15})\/(\d{0,15})\/(.*)$/s.exec(token) ?? [];
  if (offset === '') {
    throw new CrossvaultError({
      code: 'invalid-cursor',
      message: 'This page token does not belong to a list of sessions.',
      source: connection,
    });
  }
  return {
    offset: Number(offset),
    firstIds: ids.split(' ').filter((id) => id !== ''),
    totalCount: totalCount === '' ? null : Number(totalCount),
  };
}
