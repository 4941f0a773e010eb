import { runProbe, tryToken } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, ErrorCode, ProbeReport } from '@crossvault/contract';
import type { VeeamSpcClient } from '../client/client.ts';
import { parseRows } from './read-all-rows.ts';

interface ProbeSubject {
  readonly client: Pick<VeeamSpcClient, 'tokens' | 'listAgents'>;
}

const advice: Partial<Record<ErrorCode, string>> = {
  'source-not-found': 'Consoles from 7.0 on do not serve REST v2.',
};

/** A token, then a page of one agent. */
export function probeConnection(
  { client }: ProbeSubject,
  context: ConnectorContext,
  call: CallOptions,
): Promise<ProbeReport> {
  return runProbe(
    [
      tryToken(client.tokens, 'There is a token.'),
      {
        name: 'list',
        async run(step) {
          const { body } = await client.listAgents({ top: 1, skip: 0 }, step);
          const agents = parseRows(body, 'list of backup agents', context.connection);
          return agents.length === 0
            ? 'Backup agents can be listed; there is none yet.'
            : 'Backup agents can be listed.';
        },
      },
    ],
    { clock: context.clock, advice },
    call,
  );
}
