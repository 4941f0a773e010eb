import { expect, test } from 'vitest';
import { makeJob } from '../testing/make-job.ts';
import { jobSchema } from './job.ts';
import { completeTenant, joinJobText, parseJobText, renderJob, writeJobText } from './job-text.ts';

const job = makeJob({
  links: { portal: 'https://portal.example/1' },
  details: { note: 'a "quoted" } text' },
});

test('a job comes back from its text as it was, in the order of the model', () => {
  const parsed = parseJobText(writeJobText(job));
  expect(parsed).toEqual(job);
  const { tasks: _tasks, ...fields } = job;
  expect(Object.keys(parsed)).toEqual([...Object.keys(fields), 'tasks']);
});

test('a text of a version that wrote no link to the job itself is read as well', () => {
  const { tasks, ...fields } = job;
  expect(parseJobText({ document: JSON.stringify(fields), tasks: JSON.stringify(tasks) })).toEqual(job);
});

test('the text that is sent is the job with its own link, and with tasks and raw answers where they are given', () => {
  const { document, tasks } = writeJobText(job);
  const linked = { ...job, links: { ...job.links, self: `/v1/jobs/${job.id}` } };
  const { tasks: _tasks, ...row } = linked;
  expect(JSON.parse(joinJobText(document, null, null))).toEqual(row);
  expect(jobSchema.parse(JSON.parse(joinJobText(document, tasks, null)))).toEqual(linked);
  expect(JSON.parse(joinJobText(document, null, '{"list":1}'))).toEqual({ ...row, raw: { list: 1 } });
  expect(renderJob(job, { tasks: true, raw: { list: 1 } })).toBe(joinJobText(document, tasks, '{"list":1}'));
});

test('the customer of the connection is added to a text whose vendor names none, whatever else the text holds', () => {
  const misleading = {
    ...job,
    details: { note: '"tenant":null}' },
    target: { type: 'tenant', id: null, name: 'tenant":null}' },
  } as const;
  const { document } = writeJobText(misleading);
  expect(completeTenant(document, null)).toBe(document);
  expect(JSON.parse(completeTenant(document, 'Say "Contoso"\n'))).toEqual({
    ...JSON.parse(document),
    tenant: 'Say "Contoso"\n',
  });
  const told = writeJobText({ ...misleading, tenant: 'Fabrikam' }).document;
  expect(completeTenant(told, 'Contoso')).toBe(told);
});

test('a job that was stored before jobs had customers has none', () => {
  const { tasks, tenant: _tenant, ...fields } = job;
  expect(parseJobText({ document: JSON.stringify(fields), tasks: JSON.stringify(tasks) }).tenant).toBeNull();
});
