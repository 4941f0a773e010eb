import { join } from 'node:path';
import { openRuntime } from '@crossvault/runtime';
import { answerFromRecord } from './recorded-answers.ts';

const runtime = await openRuntime({
  configPath: join(import.meta.dirname, 'crossvault.yaml'),
  environment: { UKWEST_TOKEN: 'recorded', UKSOUTH_TOKEN: 'recorded' },
  fetch: answerFromRecord,
});
const { engine } = runtime;

console.log('| Connection | Plan | Started | Status | Reported by the vendor |\n|---|---|---|---|---|');
let cursor: string | null = null;
do {
  const page = await engine.listJobs({ since: '24h', problem: true }, { limit: 200, cursor });
  for (const { job } of page.records) {
    const cells = [job.connection, job.plan?.name, job.startedAt, job.status, job.nativeStatus];
    console.log(`| ${cells.map((cell) => cell ?? '').join(' | ')} |`);
  }
  cursor = page.next;
  if (cursor === null && !page.complete) {
    const silent = page.sources.filter(({ problem }) => problem !== null).map(({ connection }) => connection);
    console.log(`\nNot complete: ${silent.join(', ')} did not answer.`);
  }
} while (cursor !== null);
await runtime.close();
