/**
 * The examples of the vendors' own pages, by the ids that they show, each with what it must become. Values are as a
 * single get returns them.
 */
export const documentedExamples: readonly (readonly [nativeId: string, job: object])[] = [
  [
    '7ddead57-bcb9-4269-ac31-6a1b57588700',
    {
      kind: 'backup',
      status: 'succeeded',
      target: { type: 'vm', name: 'uttestvmub1' },
      startedAt: '2018-05-21T08:35:40.948Z',
      endedAt: '2018-05-21T08:56:04.038Z',
      durationSeconds: 1223.09,
      sizeBytes: 2_445_279_232,
      tasks: [{ name: 'Take Snapshot' }, { name: 'Transfer data to vault' }],
      actions: [],
    },
  ],
  [
    'e2ca2cf4-2eb9-4d4b-b16a-8e592d2a658b',
    {
      kind: 'configure',
      status: 'succeeded',
      target: { type: 'file-share', name: 'testshare' },
      startedAt: '2020-02-03T18:10:48.296Z',
      endedAt: '2020-02-03T18:11:31.476Z',
      durationSeconds: 43.18,
      plan: { name: 'schedule1' },
      details: { 'Storage Account Name': 'testvault2' },
    },
  ],
  [
    '14',
    {
      kind: 'backup',
      status: 'cancelled',
      target: null,
      startedAt: '2020-02-07T12:21:04.223Z',
      endedAt: '2020-02-07T12:22:22.046Z',
      durationSeconds: 77.823,
      plan: { name: 'Policy 1' },
    },
  ],
  [
    '3',
    {
      kind: 'configure',
      status: 'succeeded',
      target: { type: 'repository', name: 'Backup Repository' },
      startedAt: '2020-02-07T08:04:29.825Z',
      endedAt: '2020-02-07T08:05:05.293Z',
      durationSeconds: 35.468,
    },
  ],
  [
    '4610eb17-b41c-4cc5-81d1-938ee6d89b7a',
    {
      kind: 'backup',
      status: 'succeeded',
      target: { type: 'workstation' },
      startedAt: '2018-12-07T08:30:00.767Z',
      endedAt: '2018-12-07T08:31:38.767Z',
      durationSeconds: 98,
      sizeBytes: null,
      plan: { nextRunAt: '2018-12-07T21:30:00.000Z' },
      provenance: { endedAt: 'computed', sizeBytes: 'unsupported' },
    },
  ],
  [
    'FB20241015105312327583',
    {
      kind: 'backup',
      status: 'succeeded',
      target: null,
      startedAt: '2024-12-02T07:52:25.000Z',
      endedAt: '2024-12-02T07:53:04.000Z',
      durationSeconds: 39,
      counts: { total: 16, succeeded: 14, failed: 0, skipped: 2 },
    },
  ],
];
