import { type ProbeTry, runProbe, tryToken, unreadableAnswer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type ErrorCode,
  isJsonObject,
  type ProbeReport,
  quoteVendor,
} from '@crossvault/core';
import type { VeeamSpcCalls } from '../client/client.ts';
import type { VeeamSpcConfig } from '../config.ts';
import { envelopeWire } from '../mapping/wire.ts';
import { firstPosition, type RowList, readRowPage } from './list-page.ts';
import { parseRows } from './read-all-rows.ts';

interface ProbeSubject {
  readonly client: Pick<VeeamSpcCalls, 'tokens' | 'v2' | 'v3'>;
  readonly config: Pick<VeeamSpcConfig, 'apiVersion' | 'credential'>;
}

const adviceV2: Partial<Record<ErrorCode, string>> = {
  'source-not-found': 'Consoles from 7.0 on do not serve REST v2: use apiVersion v3 and its port, 1280 unless changed.',
  'permission-denied': 'REST v2 wants a Portal Administrator.',
};

const adviceV3: Partial<Record<ErrorCode, string>> = {
  'source-not-found': 'REST v3 is at /api/v3 of its port, 1280 unless changed; consoles before 4.0 speak REST v2 only.',
  'permission-denied':
    'Give the user a role that may see jobs, such as Portal Readonly Operator; an API key needs one as well.',
};

/** Further possible faults of a credential, beyond the console's message. */
const credentialAdvice: Readonly<Record<VeeamSpcConfig['credential']['type'], string>> = {
  password:
    'Check user name and password, and that no second factor is asked for; the user name needs its domain, as in vac\\administrator.',
  'api-key': 'Is the key still there, and has its company REST access? Make a new one in the console if in doubt.',
  token: 'The token has ended or is none of this console: give a new one, or a credential that can be renewed.',
};

/** A token, a page of one row of each list, and the user and the version of a v3 console. */
export function probeConnection(
  { client, config }: ProbeSubject,
  context: ConnectorContext,
  call: CallOptions,
): Promise<ProbeReport> {
  const ofVersion = config.apiVersion === 'v2' ? [tryAgents(client, context)] : tryConsole(client, context);
  const advice = {
    ...(config.apiVersion === 'v2' ? adviceV2 : adviceV3),
    'authentication-failed': credentialAdvice[config.credential.type],
  };
  return runProbe([tryToken(client.tokens, 'There is a token.'), ...ofVersion], { clock: context.clock, advice }, call);
}

function tryAgents({ v2 }: ProbeSubject['client'], context: ConnectorContext): ProbeTry {
  return {
    name: 'list',
    async run(step) {
      const { body } = await v2.listAgents({ top: 1, skip: 0 }, step);
      const agents = parseRows(body, 'list of backup agents', context.connection);
      return agents.length === 0 ? 'Backup agents can be listed; there is none yet.' : 'Backup agents can be listed.';
    },
  };
}

function tryConsole({ v3 }: ProbeSubject['client'], context: ConnectorContext): readonly ProbeTry[] {
  const lists: readonly RowList[] = [
    { name: "list of agents' jobs", read: v3.listAgentJobs, identify: () => null },
    { name: "list of backup servers' jobs", read: v3.listServerJobs, identify: () => null },
  ];
  const access = async (step: CallOptions) => describeUser(readData((await v3.getCurrentUser(step)).body, context));
  const version = async (step: CallOptions) => describeConsole(readData((await v3.getAbout(step)).body, context));
  return [
    {
      name: 'list',
      async run(step) {
        const pages = await Promise.all(
          lists.map((list) => readRowPage(list, { limit: 1, filter: null }, firstPosition, context, step)),
        );
        return pages.some(({ rows }) => rows.length > 0)
          ? 'Jobs of agents and of backup servers can be listed.'
          : 'Jobs of agents and of backup servers can be listed; there is none yet.';
      },
    },
    { name: 'access', run: (step) => orUnreported(access(step)) },
    { name: 'version', run: (step) => orUnreported(version(step)) },
  ];
}

const unreported: readonly ErrorCode[] = ['source-not-found', 'permission-denied', 'source-refused'];

/** Whether a key has a user, and whether every release serves these addresses, is not documented: the lists decide. */
async function orUnreported(reporting: Promise<string>): Promise<string> {
  try {
    return await reporting;
  } catch (error) {
    if (CrossvaultError.isInstance(error) && unreported.includes(error.code)) return 'The console does not report it.';
    throw error;
  }
}

function readData(body: unknown, { connection }: ConnectorContext): Readonly<Record<string, unknown>> {
  const data = isJsonObject(body) ? envelopeWire.parse(body).data : undefined;
  if (isJsonObject(data)) return data;
  throw unreadableAnswer(connection, "The console's answer is not in the form of REST v3.");
}

/** A user of a company or a reseller can read only their jobs. */
function describeUser({ userName, role }: Readonly<Record<string, unknown>>): string {
  const who = typeof userName === 'string' ? quoteVendor(userName) : 'The user';
  if (typeof role !== 'string') return `${who} may list jobs.`;
  const isWhole = /^(portal|site)/i.test(role);
  return `${who} has the role ${quoteVendor(role)}${isWhole ? '' : ', and sees the jobs of its own organization only'}.`;
}

function describeConsole({ serverVersion }: Readonly<Record<string, unknown>>): string {
  return typeof serverVersion === 'string'
    ? `The console is of version ${quoteVendor(serverVersion)}.`
    : 'The console does not report it.';
}
