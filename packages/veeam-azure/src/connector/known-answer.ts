import { type Answer, nullWhenAbsent } from '@crossvault/client-kit';
import type { CallOptions, CrossvaultError } from '@crossvault/core';
import type { VeeamAzureCalls } from '../client/client.ts';

/** Reads what may be unknown. */
export interface KnownAnswers {
  /** Null for an unknown id. A version that is not served answers alike, so once it must have been seen to be served. */
  read(ask: () => Promise<Answer>, call: CallOptions): Promise<Answer | null>;
  /** An earlier call showed that the appliance serves the version. */
  noteServed(): void;
}

export function createKnownAnswers(client: Pick<VeeamAzureCalls, 'tokens' | 'listSessions'>): KnownAnswers {
  let isVersionServed = false;
  return {
    async read(ask, call) {
      await client.tokens.get(call);
      const answer = await nullWhenAbsent(ask(), isRefusedId);
      if (answer === null && !isVersionServed) await client.listSessions({ offset: 0, limit: 1 }, call);
      isVersionServed = true;
      return answer;
    },
    noteServed() {
      isVersionServed = true;
    },
  };
}

/** An id of another form (a number where uuids are expected) may be refused with 400 instead of 404; not documented. */
export const isRefusedId = ({ code, upstreamStatus }: CrossvaultError): boolean =>
  code === 'source-refused' && upstreamStatus === 400;
