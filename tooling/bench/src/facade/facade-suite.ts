import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../figures/figure.ts';
import type { Suite, SuiteOptions } from '../figures/suite.ts';
import { pinning } from '../processes/pinned.ts';
import { type Rounds, runRounds } from '../run-rounds.ts';
import { type FacadeCase, facadeCases, type ServerName, toFacadeFigures } from './facade-cases.ts';
import { type FacadeWorld, openFacadeWorld, toFixedPath } from './facade-world.ts';
import type { LoadRequest } from './load.ts';
import { type FacadeMeasurement, measureServer } from './measure-server.ts';
import {
  type BareServer,
  type Callers,
  type MeasuredServer,
  startBareServer,
  startCallers,
  startWriter,
  type Writer,
} from './servers.ts';

interface Running {
  readonly world: FacadeWorld;
  readonly servers: Readonly<Record<ServerName, MeasuredServer>>;
  readonly callers: Callers;
  readonly writer: Writer;
}

/** Starts everything, and ends it however the run ends. */
async function withServers<Result>(world: FacadeWorld, run: (running: Running) => Promise<Result>): Promise<Result> {
  const started: (BareServer | Callers | Writer)[] = [];
  const keep = <Started extends BareServer | Callers | Writer>(one: Started): Started => {
    started.push(one);
    return one;
  };
  try {
    const bare = async (kind: 'node:http' | 'Express 5' | 'ready text') =>
      keep(await startBareServer(kind, world.objectsFile));
    const servers = {
      crossvault: { port: Number(new URL(world.url).port), processId: world.processId },
      'node:http': await bare('node:http'),
      'Express 5': await bare('Express 5'),
      'ready text': await bare('ready text'),
    };
    const callers = keep(startCallers());
    const writer = keep(await startWriter(world.store));
    return await run({ world, servers, callers, writer });
  } finally {
    for (const each of started) each.close();
  }
}

interface Turns {
  readonly sockets: number;
  readonly rounds: number;
  readonly durationMs: number;
  readonly leastRequests: number;
}

/** The request to a bare server, which has the object under the first path of ours. */
const toBare = (request: LoadRequest): LoadRequest => ({
  path: toFixedPath(request),
  instant: null,
  revalidates: false,
});

/** Every server of a case in turns, each first in one of them. */
async function measureCase(
  { world, servers, callers, writer }: Running,
  { requests, servers: names, revalidates = false, isWritten = false }: FacadeCase,
  { sockets, rounds, durationMs, leastRequests }: Turns,
): Promise<Rounds<FacadeMeasurement, ServerName>> {
  const asked = world.requests[requests];
  const measure = (name: ServerName): Promise<FacadeMeasurement> => {
    const isOurs = name === 'crossvault';
    return measureServer(servers[name], callers, {
      port: servers[name].port,
      sockets,
      durationMs,
      leastRequests,
      requests: isOurs ? asked.map((each) => ({ ...each, revalidates })) : asked.map(toBare),
      authorizations: isOurs ? [...world.authorizations] : [],
    });
  };
  const measureAll = async (): Promise<Rounds<FacadeMeasurement, ServerName>> => {
    // The first round warms up and does not count.
    await runRounds(names, 1, measure);
    return runRounds(names, rounds, measure);
  };
  return isWritten ? writer.during(measureAll) : measureAll();
}

async function measureFacade(
  { isQuick, rounds, jobs, write }: SuiteOptions,
  folder: string,
): Promise<readonly Figure[]> {
  // More sockets than one caller may use need several keys.
  const form = isQuick
    ? { jobs: 2_500, keys: 0, sockets: [1], rounds: 2, durationMs: 150, leastRequests: 60 }
    : { jobs: 20_000, keys: 4, sockets: [1, 50], rounds: 5, durationMs: 1_500, leastRequests: 200 };
  write(pinning);
  const world = await openFacadeWorld({ folder, jobs: jobs ?? form.jobs, keys: form.keys, write });
  try {
    return await withServers(world, async (running) => {
      const figures: Figure[] = [];
      for (const sockets of form.sockets) {
        for (const each of facadeCases) {
          const turns = { ...form, sockets, rounds: rounds ?? form.rounds };
          figures.push(...toFacadeFigures(each, sockets, await measureCase(running, each, turns)));
        }
      }
      return figures;
    });
  } finally {
    await world.close();
  }
}

export const facadeSuite: Suite = {
  name: 'facade',
  title: 'Requests a second of `crossvault serve`, against bare servers that answer with the same objects.',
  isQuick: true,
  async run(options) {
    const folder = await mkdtemp(join(tmpdir(), 'crossvault-bench-'));
    try {
      return await measureFacade(options, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
