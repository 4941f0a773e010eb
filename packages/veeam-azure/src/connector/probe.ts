import { runProbe, tryToken } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, ErrorCode, ProbeReport } from '@crossvault/contract';
import type { VeeamAzureClient } from '../client/client.ts';
import type { VeeamAzureConfig } from '../config.ts';
import { parseSessionList } from './list-page.ts';

interface ProbeSubject {
  readonly client: Pick<VeeamAzureClient, 'tokens' | 'listSessions'>;
  readonly credential: VeeamAzureConfig['credential'];
}

const advice: Partial<Record<ErrorCode, string>> = {
  'source-not-found': 'Check baseUrl, and whether the appliance still serves the configured apiVersion.',
};

/** A token, then a page of one session. */
export function probeConnection(
  { client, credential }: ProbeSubject,
  context: ConnectorContext,
  call: CallOptions,
): Promise<ProbeReport> {
  const seen =
    credential.type === 'token' ? 'The configured token is used as it is.' : `Logged in as ${credential.username}.`;
  return runProbe(
    [
      tryToken(client.tokens, seen),
      {
        name: 'list',
        async run(step) {
          const { body } = await client.listSessions({ offset: 0, limit: 1 }, step);
          const { results } = parseSessionList(body, context.connection);
          return results.length === 0 ? 'The list can be read; it is empty.' : 'Sessions can be read.';
        },
      },
    ],
    { clock: context.clock, advice },
    call,
  );
}
