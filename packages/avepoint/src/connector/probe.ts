import { runProbe, tryToken } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, ErrorCode, ProbeReport } from '@crossvault/contract';
import type { AvepointClient } from '../client/client.ts';
import { firstPosition } from './position.ts';
import { type RowsSource, readRows } from './read-rows.ts';

interface ProbeSubject {
  readonly client: RowsSource['client'] & Pick<AvepointClient, 'tokens'>;
  readonly locations: readonly string[];
}

const advice: Partial<Record<ErrorCode, string>> = {
  'authentication-failed': "The vendor's tokens live for an hour: configure a new one.",
};

/** A token, then one row of every list. */
export function probeConnection(
  { client, locations }: ProbeSubject,
  context: ConnectorContext,
  call: CallOptions,
): Promise<ProbeReport> {
  return runProbe(
    [
      tryToken(client.tokens, 'There is a token.'),
      { name: 'list', run: (step) => readLists({ client, connection: context.connection }, locations, step) },
    ],
    { clock: context.clock, advice },
    call,
  );
}

async function readLists(source: RowsSource, locations: readonly string[], call: CallOptions): Promise<string> {
  const empty: string[] = [];
  for (const location of locations) {
    const query = { location, jobType: 0, span: { from: null, to: null } } as const;
    const { rows } = await readRows(source, query, firstPosition(1), call);
    if (rows.length === 0) empty.push(location);
  }
  const suspicious = empty.filter((location) => location !== '');
  if (suspicious.length > 0) {
    // Reported by a practitioner, not documented.
    return `The list answers, with no job in ${suspicious.join(', ')}. A tenant without Multi-Geo answers so to every location: configure locations only for a Multi-Geo tenant.`;
  }
  return empty.length > 0 ? 'The list answers; it has no jobs.' : 'The list answers.';
}
