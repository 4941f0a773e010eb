import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@crossvault/api';
import { type Action, type ActionRequest, isJsonObject, type Operation, operationSchema } from '@crossvault/contract';
import type { Actor, Engine } from '@crossvault/engine';
import { type SimulatedVendor, type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { type CrossvaultProcess, startCrossvault } from './crossvault-process.ts';
import { look } from './kill-server.ts';
import { findTarget, parametersFor, type Target, type WriteCase } from './write-cases.ts';

/** What becomes of a change at the vendor, while nobody gets its answer. */
export type LostBy = 'answer-held' | 'performed-late';

export interface LostWrite {
  /** How often the vendor got each of the requests that change something. */
  readonly requests: readonly number[];
  /** As the process that was started again tells it. */
  readonly operation: Operation;
}

/** The restarted process lives so many times faster, and the vendors with it: four minutes of looks are half a minute. */
const speed = 10;
const tickMs = 100;
const changes = ['POST', 'PUT', 'PATCH', 'DELETE'];
/** Sign-ins, and lists that are asked for by POST. */
const noChange = /token|oauth2|logout|backupCrr/i;
const isChange = /^(?!.*(token|oauth2|logout|backupCrr))/i;

const actor: Actor = { name: 'proof', scopes: ['read', 'operate', 'destroy', 'admin'], connections: null };

/**
 * Asks the real `crossvault serve` for a change, kills it (SIGKILL) when the vendor has the change and no answer has left,
 * starts it again, and gives what it tells of the operation.
 */
export async function loseWrite(one: WriteCase, lostBy: LostBy, seed: number): Promise<LostWrite> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-lost-'));
  const simulators = await startSimulators({
    jobs: 40,
    days: 10,
    seed,
    vendors: [one.vendor],
    running: true,
    portBase: 0,
  });
  const vendor = simulators.vendor(one.vendor);
  const processes: CrossvaultProcess[] = [];
  const start = async (pace: number) => {
    const server = startServer(configPath, simulators, pace);
    processes.push(server.process);
    return { ...server, url: await server.url };
  };
  const configPath = await writeConfiguration(folder, [vendor]);
  try {
    const { target, token } = await prepare(configPath, simulators, vendor, one);
    const first = await start(1);
    const before = vendor.requests.length;
    vendor.faults.script(changes.map((method) => ({ on: { method, path: isChange }, fault: { kind: lostBy } })));
    const asked = ask(first.url, token, target).catch(() => null);
    await until(() => vendor.faults.done.some(({ kind }) => kind === lostBy), first.process);
    first.process.child.kill('SIGKILL');
    await Promise.all([first.process.ended, asked]);
    const second = await start(speed);
    const ticker = setInterval(() => simulators.clock.move(tickMs * (speed - 1)), tickMs);
    try {
      const operation = await untilKnown(second.url, token, second.process);
      return { requests: countChanges(vendor, before), operation };
    } finally {
      clearInterval(ticker);
    }
  } finally {
    for (const { child } of processes) child.kill('SIGKILL');
    await Promise.all(processes.map(({ ended }) => ended));
    vendor.faults.clear();
    await simulators.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function startServer(configPath: string, { clock }: Simulators, pace: number) {
  const process = startCrossvault(['serve', '--config', configPath, '--listen', '127.0.0.1:0'], {
    NODE_OPTIONS: `--import ${import.meta.resolve('./other-time.ts')}`,
    CROSSVAULT_PROOF_START: String(clock.now()),
    CROSSVAULT_PROOF_SPEED: String(pace),
  });
  const url = process.tells(/http:\/\/127\.0\.0\.1:\d+/);
  return { process, url };
}

/** A key, what has to be done before, and what the change is done to. */
async function prepare(configPath: string, simulators: Simulators, vendor: SimulatedVendor, one: WriteCase) {
  const { clock } = simulators;
  const call = { signal: new AbortController().signal };
  const options = { configPath, clock, makeStore: true };
  return look(options, async ({ engine }) => {
    const { name } = vendor.connection;
    let former: string | null = null;
    for (const action of one.before) {
      const needed = await findTarget(engine, name, action, parametersFor(action), null, call);
      if (needed === null) throw new Error(`Nothing at ${name} can be asked to ${action}.`);
      await carryOut(engine, needed.request, clock);
      former = needed.request.target;
    }
    const target = await findTarget(engine, name, one.action, one.parameters, former, call);
    if (target === null) throw new Error(`Nothing at ${name} can be asked to ${one.action}.`);
    const key = { name: 'proof', scopes: actor.scopes, connections: null, expiresAt: null };
    const { token } = await engine.createKey(key, actor);
    return { target, token: token.reveal() };
  });
}

async function carryOut(engine: Engine, request: ActionRequest, clock: Simulators['clock']): Promise<void> {
  const call = { signal: new AbortController().signal };
  const options = { actor, confirm: null, dryRun: false, idempotencyKey: null };
  const outcome = await engine.act(request, options, call);
  if (outcome.kind === 'planned') return;
  clock.move(10_000);
  if (request.action === 'run' || request.action === 'back-up') return;
  for (let looks = 0; looks < 60; looks += 1) {
    const wait = { waitMs: 1, until: 'operation' } as const;
    if ((await engine.operation(outcome.operation.id, wait, call)).status === 'done') return;
    clock.move(5_000);
  }
  throw new Error(`${request.action} does not end.`);
}

/** Where the facade takes an action of something that is there. */
function pathOf(action: Action): string {
  const end = action === 'refresh-containers' ? '/containers/refresh' : `/${action}`;
  const endpoint = endpoints.find(({ method, path }) => method === 'post' && path.endsWith(end));
  if (endpoint === undefined) throw new Error(`The facade does not take ${action}.`);
  return endpoint.path;
}

async function ask(url: string, token: string, { request, name }: Target): Promise<void> {
  const { action, parameters, target } = request;
  const path = pathOf(action).replace(/\{\w+\}/, encodeURIComponent(target));
  const destroys = action === 'remove' || ('data' in parameters && parameters.data === 'delete');
  const body = JSON.stringify({
    ...parameters,
    ...(destroys ? { confirm: name } : {}),
  });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body });
  throw new Error(`${response.status} ${await response.text()}`);
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 50));

async function until(isSo: () => boolean, { said, child }: CrossvaultProcess): Promise<void> {
  while (!isSo()) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${said.err}`);
    await rest();
  }
}

/** The one operation, as soon as it is more than taken up. */
async function untilKnown(url: string, token: string, { said, child }: CrossvaultProcess): Promise<Operation> {
  for (;;) {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await (await fetch(`${url}/v1/operations`, { headers })).json();
    const rows = isJsonObject(answer) && Array.isArray(answer['data']) ? answer['data'] : [];
    const operation = operationSchema.safeParse(rows[0]).data;
    if (operation !== undefined && operation.status !== 'accepted') return operation;
    if (child.exitCode !== null) throw new Error(`The server ended: ${said.err}`);
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
