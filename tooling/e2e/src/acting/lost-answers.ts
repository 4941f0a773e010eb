import { type LostBy, type LostWrite, loseWrite } from './lose-write.ts';
import { onSqlite, startPostgresSetups } from './store-setups.ts';
import { nameOf, type WriteCase, writeCases } from './write-cases.ts';

/**
 * Every change of every vendor, its answer lost, the server killed: on SQLite the next `serve` continues, on PostgreSQL a
 * `worker`. Arguments: a seed, and a part of the names of those that are tried.
 */
const seed = Number(process.argv[2] ?? Math.floor(Math.random() * 1_000_000));
const [only = ''] = process.argv.slice(3);

/** Seven looks over some four minutes, by a clock that goes ten times as fast: a second of a busy machine is ten of it. */
const promisedMs = 360_000;
/** Most of a case is waiting. */
const atOnce = 4;

const postgres = await startPostgresSetups();
const setups = { 'serve on SQLite': onSqlite, 'worker on PostgreSQL': postgres.open } as const;
type SetupName = keyof typeof setups;
const setupNames: readonly SetupName[] = ['serve on SQLite', 'worker on PostgreSQL'];
const ways: readonly LostBy[] = ['answer-held', 'performed-late'];

interface Try {
  readonly name: string;
  readonly one: WriteCase;
  readonly lostBy: LostBy;
  readonly setup: SetupName;
}

const tries: Try[] = writeCases
  .flatMap((one) =>
    ways.flatMap((lostBy) =>
      setupNames.map((setup) => ({ name: `${nameOf(one)}, ${lostBy}, ${setup}`, one, lostBy, setup })),
    ),
  )
  .filter(({ name }) => name.includes(only));

/** The faults of the final report; [] without faults. */
function faultsOf({ requests, operation, tookMs }: LostWrite): readonly string[] {
  const { status, error } = operation;
  return [
    ...(requests.length > 0 && requests.every((times) => times === 1) ? [] : ['was not sent once']),
    ...(status === 'done' || status === 'unknown' ? [] : [`${status} is not known of it`]),
    ...(status === 'unknown' && error === null ? ['does not say what was looked at'] : []),
    ...(tookMs <= promisedMs ? [] : ['took longer than is promised']),
  ];
}

async function play({ name, one, lostBy, setup }: Try): Promise<boolean> {
  try {
    const lost = await loseWrite(one, lostBy, seed, setups[setup]);
    const { requests, operation, tookMs } = lost;
    const faults = faultsOf(lost);
    const detail = operation.error === null ? '' : `: ${operation.error.message}`;
    const word = faults.length === 0 ? 'ok   ' : `FAULT (${faults.join(', ')})`;
    const seconds = Math.round(tookMs / 1_000);
    console.log(`${word} ${name}: sent ${requests.join(', ')}; known after ${seconds} s, ${operation.status}${detail}`);
    return faults.length === 0;
  } catch (error) {
    console.log(`FAULT ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

console.log(`${tries.length} changes, their answers lost, their servers killed (seed ${seed}).`);
const waiting = [...tries];
const work = async (): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (!(await play(next))) process.exitCode = 1;
  }
};
await Promise.all(Array.from({ length: atOnce }, work));
await postgres.stop();
