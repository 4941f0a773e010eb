import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApiDocument } from '@crossvault/api';
import { type Action, type ActionRequest, isSettled, type Operation, permissionFor } from '@crossvault/core';
import type { Actor, Engine } from '@crossvault/engine';
import type { Runtime, RuntimeOptions } from '@crossvault/runtime';
import { type SimulatedVendor, type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { type CrossvaultProcess, startCrossvault } from '../processes/crossvault-process.ts';
import { look } from '../processes/kill-server.ts';
import { findTarget, type Target } from './find-target.ts';
import type { OpenStoreSetup, StoreSetup } from './store-setups.ts';
import type { WriteCase } from './write-cases.ts';

/** What happens to a change at the vendor while its answer is lost. */
export type LostBy = 'answer-held' | 'performed-late';

export interface LostWrite {
  /** How often the vendor got each of the requests that change something. */
  readonly requests: readonly number[];
  /** The operation as reported by the next process, once it has ended. */
  readonly operation: Operation;
  /** From the start of the next process until it reported more than an accepted change, by its clock. */
  readonly tookMs: number;
}

/** The time of the next process runs this many times faster, and the vendors with it: four minutes of looks are half a minute. */
const speed = 10;
const tickMs = 100;
const changes = ['POST', 'PUT', 'PATCH', 'DELETE'];
/** Sign-ins, and lists that are requested by POST. */
const noChange = /token|oauth2|logout|backupCrr/i;
const isChange = /^(?!.*(token|oauth2|logout|backupCrr))/i;

const actor: Actor = { name: 'end-to-end', scopes: ['read', 'operate', 'destroy', 'admin'], connections: null };
const call = { signal: new AbortController().signal };

/** One case while it is played. */
interface Stage {
  readonly simulators: Simulators;
  readonly vendor: SimulatedVendor;
  readonly setup: StoreSetup;
  readonly options: RuntimeOptions & { readonly configPath: string };
  /** Lets so much time pass, for the vendors and where history is kept. */
  pass(milliseconds: number): Promise<void>;
}

/**
 * Asks the real `crossvault serve` for a change, kills it (SIGKILL) when the vendor has the change and no answer has left,
 * starts the next process, and returns the operation that it reports.
 */
export async function loseWrite(
  one: WriteCase,
  lostBy: LostBy,
  seed: number,
  open: OpenStoreSetup,
): Promise<LostWrite> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-lost-'));
  const setup = await open();
  const simulators = await startSimulators({
    jobs: 40,
    days: 10,
    seed,
    vendors: [one.vendor],
    running: true,
    portBase: 0,
    ...(one.version === null ? {} : { veeamSpc: { apiVersion: one.version } }),
  });
  const vendor = simulators.vendor(one.vendor);
  const { clock } = simulators;
  const processes: CrossvaultProcess[] = [];
  try {
    const configPath = await writeConfiguration(folder, [vendor]);
    await appendFile(configPath, setup.settings);
    const options = { configPath, clock, makeStore: true, environment: { ...process.env, ...setup.environment } };
    const stage: Stage = {
      simulators,
      vendor,
      setup,
      options,
      async pass(milliseconds) {
        clock.move(milliseconds);
        await setup.pass(milliseconds);
      },
    };
    const start = (command: readonly string[], pace: number): CrossvaultProcess => {
      const started = startCrossvault([...command, '--config', configPath], {
        ...setup.environment,
        NODE_OPTIONS: `--import ${import.meta.resolve('./other-time.ts')}`,
        CROSSVAULT_E2E_START: String(clock.now()),
        CROSSVAULT_E2E_SPEED: String(pace),
      });
      processes.push(started);
      return started;
    };
    const serve = ['serve', '--listen', '127.0.0.1:0'];
    const { target, token } = await prepare(stage, one);
    const first = start(serve, 1);
    const url = await first.output(/http:\/\/127\.0\.0\.1:\d+/);
    const before = vendor.requests.length;
    vendor.faults.script(changes.map((method) => ({ on: { method, path: isChange }, fault: { kind: lostBy } })));
    let refusal = '';
    const asked = ask(url, token, target).then(
      (said) => {
        refusal = said;
      },
      () => undefined,
    );
    await until(
      () => vendor.faults.done.some(({ kind }) => kind === lostBy),
      first,
      () => refusal,
    );
    first.child.kill('SIGKILL');
    await Promise.all([first.ended, asked]);
    const second = start(setup.continuesBy === 'serve' ? serve : ['worker'], speed);
    const ticker = setInterval(() => {
      stage.pass(tickMs * (speed - 1)).catch(() => undefined);
    }, tickMs);
    try {
      await second.output(/http:\/\/127\.0\.0\.1:\d+|syncing up to/);
      const upMs = clock.now();
      return await look(options, async (runtime) => {
        await untilReported(runtime, second, ({ status }) => status !== 'accepted');
        const tookMs = clock.now() - upMs;
        const operation = await untilReported(runtime, second, isSettled);
        return { requests: countChanges(vendor, before), operation, tookMs };
      });
    } finally {
      clearInterval(ticker);
    }
  } finally {
    for (const { child } of processes) child.kill('SIGKILL');
    await Promise.all(processes.map(({ ended }) => ended));
    vendor.faults.clear();
    await simulators.close();
    await setup.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A key, what has to be done before, and what the change is done to. */
async function prepare(stage: Stage, one: WriteCase) {
  return look(stage.options, async ({ engine }) => {
    const at = { engine, connection: stage.vendor.connection.name, call };
    let former: string | null = null;
    for (const each of one.before) {
      const { request, name } = await findTarget(at, each, former);
      await carryOut(engine, { request, name }, stage);
      former = request.target;
    }
    const target = await findTarget(at, one, former);
    const key = { name: 'end-to-end', scopes: actor.scopes, connections: null, expiresAt: null };
    const { token } = await engine.createKey(key, actor);
    return { target, token: token.reveal() };
  });
}

async function carryOut(engine: Engine, { request, name }: Target, { pass }: Stage): Promise<void> {
  const confirm = permissionFor(request) === 'destroy' ? name : null;
  const outcome = await engine.act(request, { actor, confirm, dryRun: false, idempotencyKey: null }, call);
  if (outcome.kind === 'planned') return;
  await pass(10_000);
  if (request.action === 'run' || request.action === 'back-up') return;
  for (let looks = 0; looks < 60; looks += 1) {
    const wait = { waitMs: 1, until: 'operation' } as const;
    if ((await engine.operation(outcome.operation.id, wait, call)).status === 'done') return;
    await pass(5_000);
  }
  throw new Error(`${request.action} does not end.`);
}

/** Where the facade takes an action, of something that is there or of a connection. */
function pathOf(action: Action): string {
  const ends: Partial<Record<Action, string>> = {
    'refresh-containers': '/containers/refresh',
    protect: '/v1/protected-items',
  };
  const end = ends[action] ?? `/${action}`;
  const paths = Object.entries(openApiDocument().paths ?? {});
  const found = paths.find(([path, { post }]) => post !== undefined && path.endsWith(end));
  if (found === undefined) throw new Error(`The facade does not take ${action}.`);
  return found[0];
}

function bodyOf(request: ActionRequest, name: string | null): Readonly<Record<string, unknown>> {
  const { action, parameters, target } = request;
  const connection = action === 'protect' ? { connection: target } : {};
  const confirm = permissionFor(request) === 'destroy' ? { confirm: name } : {};
  return { ...parameters, ...connection, ...confirm };
}

/** Gives what the server said: while the vendor's answer is held it says nothing. */
async function ask(url: string, token: string, { request, name }: Target): Promise<string> {
  const path = pathOf(request.action).replace(/\{\w+\}/, encodeURIComponent(request.target));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify(bodyOf(request, name));
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body });
  return `${response.status} ${await response.text()}`;
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 50));

async function until(isSo: () => boolean, { said, child }: CrossvaultProcess, refused: () => string): Promise<void> {
  while (!isSo()) {
    if (refused() !== '') throw new Error(`The server answered: ${refused()}`);
    if (child.exitCode !== null) throw new Error(`The server ended: ${said.err}`);
    await rest();
  }
}

/** The newest operation, as soon as that is so of it. */
async function untilReported(
  { engine }: Runtime,
  { said, child }: CrossvaultProcess,
  isSo: (operation: Operation) => boolean,
): Promise<Operation> {
  for (;;) {
    const { operations } = await engine.operations({}, { limit: 1, cursor: null });
    const [operation] = operations;
    if (operation !== undefined && isSo(operation)) return operation;
    if (child.exitCode !== null) throw new Error(`The next process ended: ${said.err}`);
    await rest();
  }
}

function countChanges({ requests }: SimulatedVendor, before: number): readonly number[] {
  const counts = new Map<string, number>();
  for (const { method, path } of requests.slice(before)) {
    if (!changes.includes(method) || noChange.test(path)) continue;
    counts.set(`${method} ${path}`, (counts.get(`${method} ${path}`) ?? 0) + 1);
  }
  return [...counts.values()];
}
