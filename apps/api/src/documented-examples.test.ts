import { explanationSchema, type JobPage, type JobView, jobPageSchema, jobViewSchema } from '@crossvault/core';
import { documentedExamples } from '@crossvault/harness';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ jobs: 200 });
});
afterAll(() => world.close());

async function getJson(path: string): Promise<unknown> {
  const response = await fetch(`${world.url}${path}`);
  expect(response.status).toBe(200);
  return response.json();
}
const listPage = async (query: string): Promise<JobPage> => jobPageSchema.parse(await getJson(`/v1/jobs?${query}`));

async function getByNativeId(nativeId: string): Promise<JobView> {
  const { data } = await listPage(`nativeId=${nativeId}`);
  expect(data).toHaveLength(1);
  return jobViewSchema.parse(await getJson(`/v1/jobs/${data[0]?.id}`));
}

test.each(documentedExamples)('%s is what the documentation makes it', async (nativeId, job) => {
  expect(await getByNativeId(nativeId)).toMatchObject({ nativeId, ...job });
});

test.each(['9', '10', '13'])('session %s, a success over nothing, is shown as that', async (nativeId) => {
  expect(await getByNativeId(nativeId)).toMatchObject({
    status: 'succeeded',
    problem: true,
    anomalies: ['nothing-protected'],
  });
});

test('what explain shows is the job itself, for jobs of every vendor', async () => {
  const { data } = await listPage('limit=500');
  const sample = data.filter((_job, index) => index % 12 === 0);
  expect(new Set(sample.map(({ vendor }) => vendor)).size).toBe(4);
  for (const { id } of sample) {
    const { links: _links, ...job } = jobViewSchema.parse(await getJson(`/v1/jobs/${id}`));
    const { fields } = explanationSchema.parse(await getJson(`/v1/jobs/${id}/explain`));
    expect(Object.fromEntries(fields.map(({ field, value }) => [field, value]))).toMatchObject(job);
  }
});
