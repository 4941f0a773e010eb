import { afterEach, expect, test } from 'vitest';
import { ask, type Row, rowOf, start, stopAll } from '../testing/asked-console.ts';
import { DOCUMENTED_AGENT_ID, DOCUMENTED_JOB } from './documented.ts';

afterEach(stopAll);

const relsOf = (row: Row) => (Array.isArray(row['_links']) ? row['_links'].map((link: Row) => link['rel']) : []);

const jobV2 = `/v2/backupAgents/${DOCUMENTED_AGENT_ID}/jobs/${DOCUMENTED_JOB.id}`;

test('v2: a job that was started runs when its agent knows, ends with the clock and leaves a restore point', async () => {
  const { vendor, clock } = await start();
  expect(await ask(vendor, `POST ${jobV2}/start`)).toMatchObject({ status: 200, body: 'Backup job has been started.' });
  expect(rowOf(await ask(vendor, `GET ${jobV2}`))).toMatchObject({ lastSessionStatus: 'Success', restorePoints: 2 });
  expect(await ask(vendor, `POST ${jobV2}/start`)).toMatchObject({ status: 409 });
  clock.move(10_000);
  const running = rowOf(await ask(vendor, `GET ${jobV2}`));
  expect(running).toMatchObject({ lastSessionStatus: 'Running', lastRun: '2026-03-10T08:00:10Z' });
  expect(relsOf(running)).toEqual(['self', 'stopJob', 'delete']);
  clock.move(DOCUMENTED_JOB.avgDuration * 1000);
  expect(rowOf(await ask(vendor, `GET ${jobV2}`))).toMatchObject({
    lastSessionStatus: 'Success',
    restorePoints: 3,
    lastDuration: DOCUMENTED_JOB.avgDuration,
  });
  expect(vendor.truth().find(({ nativeId }) => nativeId === DOCUMENTED_JOB.id)).toMatchObject({
    status: 'succeeded',
    startedAt: '2026-03-10T08:00:10.000Z',
  });
});

test('v2: a job that was stopped fails in the end, and one that does not run is not stopped', async () => {
  const { vendor, clock } = await start();
  expect(await ask(vendor, `POST ${jobV2}/stop`)).toMatchObject({ status: 409 });
  await ask(vendor, `POST ${jobV2}/start`);
  clock.move(20_000);
  expect(await ask(vendor, `POST ${jobV2}/stop`)).toMatchObject({ status: 200, body: 'Backup job has been stopped.' });
  expect(await ask(vendor, `POST ${jobV2}/stop`)).toMatchObject({ status: 409 });
  clock.move(12_000);
  expect(rowOf(await ask(vendor, `GET ${jobV2}`))).toMatchObject({ lastSessionStatus: 'Stopping' });
  clock.move(20_000);
  expect(rowOf(await ask(vendor, `GET ${jobV2}`))).toMatchObject({
    lastSessionStatus: 'Failed',
    failureMessage: 'The job was stopped by the user.',
    restorePoints: 2,
  });
});

test('v2: a removal needs the verb and the end of the path, and removes the job', async () => {
  const { vendor } = await start();
  expect(await ask(vendor, `DELETE ${jobV2}`)).toMatchObject({ status: 404 });
  expect(await ask(vendor, `DELETE ${jobV2}/delete`)).toMatchObject({
    status: 200,
    body: 'Backup job has been deleted.',
  });
  expect(await ask(vendor, `GET ${jobV2}`)).toMatchObject({ status: 404 });
  expect(await ask(vendor, `DELETE ${jobV2}/delete`)).toMatchObject({ status: 404 });
  expect(vendor.truth().some(({ nativeId }) => nativeId === DOCUMENTED_JOB.id)).toBe(false);
});

test('v2: only a job with a policy is brought up to date, and where that needs a licence only if it may', async () => {
  const { vendor } = await start();
  expect(await ask(vendor, `POST ${jobV2}/update`)).toMatchObject({ status: 400 });
  const agents = (await ask(vendor, 'GET /v2/backupAgents')).body as Row[];
  const rows: (readonly [agent: Row, job: Row])[] = [];
  for (const agent of agents) {
    const jobs = (await ask(vendor, `GET /v2/backupAgents/${agent['id']}/jobs`)).body as Row[];
    // The jobs of an old agent share one id, by which none of them is found.
    const own = jobs.filter((job) => !/^[0-]+$/.test(String(job['id'])));
    for (const job of own) if (Number(job['backupPolicyId']) > 0) rows.push([agent, job]);
  }
  const outdated = rows.find(([, job]) => job['backupPolicyStatus'] === 'Outdated');
  const path = `/v2/backupAgents/${outdated?.[0]['id']}/jobs/${outdated?.[1]['id']}`;
  expect(relsOf(outdated?.[1] ?? {})).toContain('update');
  await ask(vendor, `POST ${path}/update?allowLicenseEscalate=true`);
  const updated = rowOf(await ask(vendor, `GET ${path}`));
  expect(updated).toMatchObject({ backupPolicyStatus: 'Assigned' });
  expect(relsOf(updated)).not.toContain('update');
  const modeOf = (job: Row) => String(job['operationMode'] ?? job['operationModeId']).toLowerCase();
  const [agent, job] = rows.find(([, one]) => modeOf(one) === 'unlicensed') ?? [];
  const unlicensed = `/v2/backupAgents/${agent?.['id']}/jobs/${job?.['id']}/update`;
  expect(await ask(vendor, `POST ${unlicensed}`)).toMatchObject({ status: 400 });
  expect(await ask(vendor, `POST ${unlicensed}?allowLicenseEscalate=true`)).toMatchObject({ status: 200 });
});
