import { describe, expect, test } from 'vitest';
import { FILTER_PROBLEM, type FilteredJob, parseFilterDate, parseJobFilter } from './filter.ts';

const job: FilteredJob = {
  id: '7DDEAD57-bcb9-4269-ac31-6a1b57588700',
  status: 'Completed',
  operation: 'Backup',
  backupManagementType: 'AzureIaasVM',
  startMs: Date.parse('2026-11-20T12:00:00Z'),
};

describe('dates', () => {
  test.each([
    ['2019-05-20 01:38:04 PM', '2019-05-20T13:38:04Z'],
    ['2016-01-01 00:00:00 AM', '2016-01-01T00:00:00Z'],
    ['2016-01-01 12:00:00 AM', '2016-01-01T00:00:00Z'],
    ['2016-01-01 12:00:00 PM', '2016-01-01T12:00:00Z'],
    ['2016-01-01 11:59:59 pm', '2016-01-01T23:59:59Z'],
    ['2024-02-29 01:00:00 AM', '2024-02-29T01:00:00Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseFilterDate(text)).toBe(Date.parse(instant));
  });

  test.each([
    '2016-01-01T00:00:00Z',
    '2016-01-01 13:00:00 PM',
    '2016-01-01 00:00:00 PM',
    '2016-01-01 10:00:00',
    '2016-1-1 10:00:00 AM',
    '2023-02-29 01:00:00 AM',
    '2016-13-01 01:00:00 AM',
    '2016-01-01 10:60:00 AM',
    '2016-01-01 10:00:60 AM',
    '',
  ])('%s is no date', (text) => {
    expect(parseFilterDate(text)).toBeNull();
  });
});

describe('filters', () => {
  test.each([
    ['', true],
    ["status eq 'Completed'", true],
    ["status eq 'COMPLETED'", true],
    ["status eq 'Failed'", false],
    ["operation eq 'backup' and status eq 'Completed'", true],
    ["status eq 'Completed' and operation eq 'Restore'", false],
    ["backupManagementType eq 'AzureIaasVM'", true],
    ["backupManagementType eq 'AzureWorkLoad'", false],
    ["jobId eq '7ddead57-bcb9-4269-ac31-6a1b57588700'", true],
    ["startTime eq '2026-11-20 12:00:00 PM'", true],
    ["startTime eq '2026-11-20 12:00:01 PM'", false],
    ["endTime eq '2026-11-20 12:00:00 PM'", true],
    ["endTime eq '2026-11-20 11:59:59 AM'", false],
    ["startTime eq '2026-11-20 12:00:00 AM' and endTime eq '2026-11-20 11:59:59 PM' and status eq 'Completed'", true],
  ])('%s lets the job through: %s', (text, passes) => {
    expect(parseJobFilter(text)?.(job)).toBe(passes);
  });

  test.each([
    "status -eq 'Completed'",
    "status eq 'Succeeded'",
    "status eq 'Invalid'",
    "operation eq 'Backup (Full)'",
    "backupManagementType eq 'AzureVM'",
    "startTime eq '2026-11-20T12:00:00Z'",
    "startTime ge '2026-11-20 12:00:00 PM'",
    "colour eq 'red'",
    'status eq Completed',
    "status eq 'Completed' or status eq 'Failed'",
    "status eq 'Completed' and ",
    "status eq 'Completed' operation eq 'Backup'",
    'nonsense',
  ])('%s is refused', (text) => {
    expect(parseJobFilter(text)).toBeNull();
  });

  test('a job whose start cannot be read is within no bound', () => {
    const startless = { ...job, startMs: null };
    expect(parseJobFilter("startTime eq '2000-01-01 12:00:00 AM'")?.(startless)).toBe(false);
    expect(parseJobFilter("status eq 'Completed'")?.(startless)).toBe(true);
  });

  test('the refusal names the legal values', () => {
    expect(FILTER_PROBLEM).toMatch(/^The inputs specified for Get jobs API are incorrect/);
    expect(FILTER_PROBLEM).toContain('CompletedWithWarnings');
    expect(FILTER_PROBLEM).toContain('AzureIaasVM');
    expect(FILTER_PROBLEM).toContain('ConfigureBackup');
  });
});
