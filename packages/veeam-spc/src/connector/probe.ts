import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type ProbeReport,
  type ProbeStep,
} from '@crossvault/contract';
import type { VeeamSpcClient } from '../client/client.ts';
import { readRows } from './answer.ts';

/** Token first, then the smallest list; a step that fails is the last. */
export async function probeConsole(
  client: Pick<VeeamSpcClient, 'tokens' | 'listAgents'>,
  context: ConnectorContext,
  call: CallOptions,
): Promise<ProbeReport> {
  const steps: ProbeStep[] = [];
  const attempts: readonly (readonly [name: string, run: () => Promise<string>])[] = [
    [
      'token',
      async () => {
        await client.tokens.get(call);
        return 'There is a token.';
      },
    ],
    [
      'list',
      async () => {
        const { body } = await client.listAgents({ top: 1, skip: 0 }, call);
        const count = readRows(body, 'list of backup agents', context).length;
        return count === 0 ? 'Backup agents can be listed; there is none yet.' : 'Backup agents can be listed.';
      },
    ],
  ];
  for (const [name, run] of attempts) {
    const startedMs = context.clock.now();
    const outcome = await run().then(
      (detail) => ({ ok: true, detail }),
      (error: unknown) => ({ ok: false, detail: toDetail(CrossvaultError.from(error)) }),
    );
    steps.push({ name, ...outcome, durationMs: context.clock.now() - startedMs });
    if (!outcome.ok) break;
  }
  return { ok: steps.every(({ ok }) => ok), steps, deniedFields: [] };
}

const toDetail = ({ code, message }: CrossvaultError): string =>
  code === 'source-not-found' ? `${message} Consoles from 7.0 on do not serve REST v2.` : message;
