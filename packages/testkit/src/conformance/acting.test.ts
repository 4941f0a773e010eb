import {
  type CallOptions,
  type Connector,
  type ConnectorContext,
  CrossvaultError,
  completeContext,
  connectionFields,
  type PreparedWrite,
  reportWrite,
  type VendorDefinition,
} from '@crossvault/core';
import { z } from 'zod';
import { createFakeConnector, createFakeVendor, makeJob } from '../fakes/fake-connector.ts';
import type { VendorUnderTest } from '../faults/faulty-vendor.ts';
import { openOwnWorld } from '../world/own-world.ts';
import { describeActing } from './acting.ts';

const url = 'https://vendor.example/jobs/run-1/cancel';
const configSchema = z.strictObject(connectionFields);

/** A connector that cancels jobs and does nothing else over the network. */
function connect(config: z.output<typeof configSchema>, given?: Partial<ConnectorContext>): Connector {
  const context = completeContext(config, given);
  const source = context.connection;
  const reading = createFakeConnector(source, createFakeVendor({ jobs: [makeJob(source, 'run-1')] }));

  async function ask(method: string, call: CallOptions): Promise<Response> {
    try {
      return await context.fetch(new Request(url, { method, signal: call.signal }));
    } catch {
      throw new CrossvaultError({ code: 'answer-lost', message: 'No answer came to the request.', source });
    }
  }

  async function send(call: CallOptions) {
    if (!context.allow.includes('operate'))
      throw new CrossvaultError({ code: 'connection-read-only', message: 'The connection only reads.', source });
    const { status } = await ask('POST', call);
    if (status === 409) throw new CrossvaultError({ code: 'state-conflict', message: 'It is cancelled.', source });
    return reportWrite('running', { retryAfterSeconds: 5, tracking: 'cancel' });
  }

  const follow = async (call: CallOptions) => {
    const { state } = z.object({ state: z.string() }).parse(await (await ask('GET', call)).json());
    return state === 'cancelled'
      ? reportWrite('done')
      : reportWrite('unknown', { error: { code: null, message: 'It runs.' } });
  };

  return {
    ...reading,
    vendor: 'acting',
    async cancelJob([id = '']): Promise<PreparedWrite> {
      if (id !== 'run-1')
        throw new CrossvaultError({ code: 'job-not-found', message: 'There is no such job.', source });
      return {
        needs: 'operate',
        target: { kind: 'job', nativeId: id, name: null },
        requests: [{ method: 'POST', url, headers: {}, body: null }],
        before: null,
        facts: { id },
        send,
      };
    },
    writes: { follow: (_intent, _tracking, call) => follow(call), lookUp: (_intent, call) => follow(call) },
  };
}

const definition: VendorDefinition<z.output<typeof configSchema>> = {
  id: 'acting',
  title: 'A vendor that acts',
  configSchema,
  connect,
};

function openVendor(): VendorUnderTest {
  let isCancelled = false;
  return {
    jobs: [],
    answer({ method }) {
      if (method === 'GET') return Response.json({ state: isCancelled ? 'cancelled' : 'running' });
      if (isCancelled) return Response.json({}, { status: 409 });
      isCancelled = true;
      return new Response(null, { status: 204 });
    },
  };
}

// The suite over a function in the place of the vendor; over servers every vendor's package runs it.
describeActing({
  title: definition.title,
  open: openOwnWorld({ definition, settings: {}, wrongSettings: {}, open: openVendor }),
  cases: [
    {
      name: 'cancelling a job',
      action: 'cancel',
      jobs: 0,
      prepare: (connector, options) => {
        if (connector.cancelJob === undefined) throw new Error('No job can be cancelled.');
        return connector.cancelJob(['run-1'], options);
      },
    },
  ],
  absent: { job: ['run-2'] },
});
