import { type LostBy, loseWrite } from './lose-write.ts';
import { writeCases } from './write-cases.ts';

const seed = Number(process.argv[2] ?? Math.floor(Math.random() * 1_000_000));
const [only] = process.argv.slice(3);
console.log(`Every change, its answer lost, the server killed and started again (seed ${seed}).`);

for (const one of writeCases) {
  for (const lostBy of ['answer-held', 'performed-late'] as const satisfies readonly LostBy[]) {
    const name = `${one.vendor} ${one.action} ${JSON.stringify(one.parameters)} ${lostBy}`;
    if (only !== undefined && !name.includes(only)) continue;
    try {
      const { requests, operation } = await loseWrite(one, lostBy, seed);
      const isSound = requests.every((times) => times === 1) && operation.status !== 'failed';
      if (!isSound) process.exitCode = 1;
      const told = operation.error === null ? '' : `: ${operation.error.message}`;
      console.log(`${isSound ? 'ok   ' : 'FAULT'} ${name}: sent ${requests.join(', ')}; ${operation.status}${told}`);
    } catch (error) {
      process.exitCode = 1;
      console.log(`FAULT ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
