import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PortTakenError } from '../http/loopback-server.ts';
import { type Simulators, startSimulators } from '../simulators.ts';
import { VENDOR_IDS } from '../truth.ts';
import { writeConfiguration } from './write-configuration.ts';

export type CommandSurroundings = {
  /** Data: what was requested. */
  out(text: string): void;
  /** Everything else. */
  note(text: string): void;
  /** Resolves when the simulators have to end. */
  untilStopped(): Promise<void>;
};

const HELP = `Starts the simulated vendors and stays until it is interrupted.

  --jobs N      jobs to grow over all vendors (400)
  --days D      days before now over which they are spread (14)
  --seed S      the same seed grows the same jobs (1)
  --port P      first of ${VENDOR_IDS.length + 1} ports; 0: any free ones (0)
  --schedules   plans make their jobs at their due times, instead of so many at random times; events can be planted
  --oddities    also records that no real vendor sends: unknown words, unreadable values, contradictions
  --tls         https, with an authority made at the start and named in the configuration (plain http, so that curl needs no option)
  --config DIR  folder for crossvault.yaml and its secrets (.crossvault/simulators)
  --json        print addresses and credentials as one JSON object
`;

const DEFAULT_FOLDER = join('.crossvault', 'simulators');

class UsageError extends Error {}

const readNumber = (name: string, text: string, [least, most]: readonly [number, number]): number => {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`--${name} has to be a whole number from ${least} to ${most}, not "${text}"`);
};

const parseFlags = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        jobs: { type: 'string', default: '400' },
        days: { type: 'string', default: '14' },
        seed: { type: 'string', default: '1' },
        port: { type: 'string', default: '0' },
        config: { type: 'string', default: DEFAULT_FOLDER },
        schedules: { type: 'boolean', default: false },
        oddities: { type: 'boolean', default: false },
        tls: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const readFlags = (args: readonly string[]) => {
  const flags = parseFlags(args);
  return {
    isHelp: flags.help,
    isJson: flags.json,
    folder: flags.config,
    options: {
      ...(flags.schedules ? { schedules: {} } : {}),
      oddities: flags.oddities,
      tls: flags.tls,
      jobs: readNumber('jobs', flags.jobs, [0, 1_000_000]),
      days: readNumber('days', flags.days, [1, 3650]),
      seed: readNumber('seed', flags.seed, [0, Number.MAX_SAFE_INTEGER]),
      portBase: readNumber('port', flags.port, [0, 65_535 - VENDOR_IDS.length]),
    },
  };
};

const describe = (simulators: Simulators, configuration: string) => ({
  vendors: Object.values(simulators.vendors).map(({ id, url, connection, tokens }) => ({
    id,
    url,
    connection: connection.name,
    credentials: connection.secrets,
    token: tokens.valid,
  })),
  control: simulators.control.url,
  configuration,
  command: `./crossvault jobs list --config ${configuration}`,
});

const toText = ({ vendors, control, configuration, command }: ReturnType<typeof describe>): string =>
  [
    ...vendors.map(({ id, url, credentials, token }) => {
      const known = Object.entries({ ...credentials, token }).map(([key, value]) => `${key} ${value}`);
      return `${id.padEnd(13)} ${url}  ${known.join(', ')}`;
    }),
    `${'control port'.padEnd(13)} ${control}  (GET /truth, GET /vendors, POST /clock {"move": 60})`,
    '',
    `Configuration (everything in it is simulated): ${configuration}`,
    `Use it: ${command}`,
    '',
  ].join('\n');

const exitCodeOf = (error: unknown): number => {
  if (error instanceof UsageError) return 2;
  const isSetUp = error instanceof PortTakenError || (error instanceof Error && 'syscall' in error);
  return isSetUp ? 7 : 1;
};

/** The command `simulators`; returns its exit code: 0 stopped, 2 invalid flags, 7 an unavailable port or folder. */
export const runCommand = async (args: readonly string[], surroundings: CommandSurroundings): Promise<number> => {
  try {
    const { isHelp, isJson, folder, options } = readFlags(args);
    if (isHelp) {
      surroundings.out(HELP);
      return 0;
    }
    const simulators = await startSimulators(options);
    try {
      const vendors = Object.values(simulators.vendors);
      const description = describe(simulators, await writeConfiguration(folder, vendors));
      surroundings.out(isJson ? `${JSON.stringify(description)}\n` : toText(description));
      surroundings.note('Running; interrupt (Ctrl+C) to end.\n');
      await surroundings.untilStopped();
    } finally {
      await simulators.close();
    }
    return 0;
  } catch (error) {
    surroundings.note(`simulators: ${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodeOf(error);
  }
};
