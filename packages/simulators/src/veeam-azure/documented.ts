/** A session as the reference page prints it: v1, the only version with numeric ids. */
export type SessionPage = {
  readonly id: string;
  readonly type: string;
  readonly localizedType: string;
  readonly executionStartTime: string;
  readonly executionStopTime: string;
  readonly executionDuration: string;
  readonly status: string;
  readonly usn: number;
  readonly backupJobInfo?: {
    readonly policyId: string;
    readonly policyName: string;
    readonly protectedInstancesCount: number;
    readonly policyRemoved: boolean;
  };
  readonly repositoryJobInfo?: {
    readonly repositoryId: number;
    readonly repositoryName: string;
    readonly repositoryRemoved: boolean;
  };
  readonly _links: { readonly self: { readonly href: string }; readonly log: { readonly href: string } };
};

/** From "Getting Sessions" (REST API reference of product version 1), verbatim, members in the page's order. */
export const DOCUMENTED_SESSIONS: readonly SessionPage[] = [
  {
    id: '14',
    type: 'PolicyBackup',
    localizedType: 'Policy Backup',
    executionStartTime: '2020-02-07T12:21:04.223155Z',
    executionStopTime: '2020-02-07T12:22:22.046855Z',
    executionDuration: '00:01:17.8237000',
    status: 'Canceled',
    usn: 102,
    backupJobInfo: {
      policyId: 'a91630ab-1603-47ea-a76c-0525e77a1188',
      policyName: 'Policy 1',
      protectedInstancesCount: 0,
      policyRemoved: false,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/14',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/14/log',
      },
    },
  },
  {
    id: '13',
    type: 'PolicySnapshot',
    localizedType: 'Policy Snapshot',
    executionStartTime: '2020-02-07T12:21:04.212935Z',
    executionStopTime: '2020-02-07T12:22:01.077103Z',
    executionDuration: '00:00:56.8641680',
    status: 'Success',
    usn: 100,
    backupJobInfo: {
      policyId: 'a91630ab-1603-47ea-a76c-0525e77a1188',
      policyName: 'Policy 1',
      protectedInstancesCount: 0,
      policyRemoved: false,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/13',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/13/log',
      },
    },
  },
  {
    id: '12',
    type: 'PolicyBackup',
    localizedType: 'Policy Backup',
    executionStartTime: '2020-02-07T10:56:03.648783Z',
    executionStopTime: '2020-02-07T11:20:57.212294Z',
    executionDuration: '00:24:53.5635110',
    status: 'Success',
    usn: 92,
    backupJobInfo: {
      policyId: '8ada583b-cbc9-401c-875a-140b75d877a4',
      policyName: 'Policy_2',
      protectedInstancesCount: 1,
      policyRemoved: false,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/12',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/12/log',
      },
    },
  },
  {
    id: '11',
    type: 'PolicySnapshot',
    localizedType: 'Policy Snapshot',
    executionStartTime: '2020-02-07T10:56:03.635623Z',
    executionStopTime: '2020-02-07T10:57:12.888621Z',
    executionDuration: '00:01:09.2529980',
    status: 'Success',
    usn: 85,
    backupJobInfo: {
      policyId: '8ada583b-cbc9-401c-875a-140b75d877a4',
      policyName: 'Policy_2',
      protectedInstancesCount: 1,
      policyRemoved: false,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/11',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/11/log',
      },
    },
  },
  {
    id: '10',
    type: 'PolicyBackup',
    localizedType: 'Policy Backup',
    executionStartTime: '2020-02-07T10:23:35.420746Z',
    executionStopTime: '2020-02-07T10:25:18.999327Z',
    executionDuration: '00:01:43.5785810',
    status: 'Success',
    usn: 74,
    backupJobInfo: {
      policyId: 'a91630ab-1603-47ea-a76c-0525e77a1188',
      policyName: 'Policy 1',
      protectedInstancesCount: 0,
      policyRemoved: false,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/10',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/10/log',
      },
    },
  },
  {
    id: '9',
    type: 'PolicySnapshot',
    localizedType: 'Policy Snapshot',
    executionStartTime: '2020-02-07T10:23:35.3557Z',
    executionStopTime: '2020-02-07T10:24:28.457434Z',
    executionDuration: '00:00:53.1017340',
    status: 'Success',
    usn: 72,
    backupJobInfo: {
      policyId: 'a91630ab-1603-47ea-a76c-0525e77a1188',
      policyName: 'Policy 1',
      protectedInstancesCount: 0,
      policyRemoved: false,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/9',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/9/log',
      },
    },
  },
  {
    id: '8',
    type: 'PolicyBackup',
    localizedType: 'Policy Backup',
    executionStartTime: '2020-02-07T09:55:10.63284Z',
    executionStopTime: '2020-02-07T10:01:21.35541Z',
    executionDuration: '00:06:10.7225700',
    status: 'Success',
    usn: 64,
    backupJobInfo: {
      policyId: '4e096ba7-8125-4d5d-804b-581f4e6c8440',
      policyName: 'Backup Policy',
      protectedInstancesCount: 1,
      policyRemoved: false,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/8',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/8/log',
      },
    },
  },
  {
    id: '7',
    type: 'PolicySnapshot',
    localizedType: 'Policy Snapshot',
    executionStartTime: '2020-02-07T09:55:10.627827Z',
    executionStopTime: '2020-02-07T09:56:36.458427Z',
    executionDuration: '00:01:25.8306000',
    status: 'Success',
    usn: 56,
    backupJobInfo: {
      policyId: '4e096ba7-8125-4d5d-804b-581f4e6c8440',
      policyName: 'Backup Policy',
      protectedInstancesCount: 1,
      policyRemoved: false,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/7',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/7/log',
      },
    },
  },
  {
    id: '6',
    type: 'ManualSnapshot',
    localizedType: 'Manual Snapshot',
    executionStartTime: '2020-02-07T08:43:30.892836Z',
    executionStopTime: '2020-02-07T08:44:41.08057Z',
    executionDuration: '00:01:10.1877340',
    status: 'Success',
    usn: 44,
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/6',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/6/log',
      },
    },
  },
  {
    id: '4',
    type: 'PolicyBackup',
    localizedType: 'Policy Backup',
    executionStartTime: '2020-02-07T08:07:02.906363Z',
    executionStopTime: '2020-02-07T08:23:28.858646Z',
    executionDuration: '00:16:25.9522830',
    status: 'Success',
    usn: 37,
    backupJobInfo: {
      policyId: '4e096ba7-8125-4d5d-804b-581f4e6c8440',
      policyName: 'Backup Policy',
      protectedInstancesCount: 1,
      policyRemoved: false,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/4',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/4/log',
      },
    },
  },
  {
    id: '5',
    type: 'PolicySnapshot',
    localizedType: 'Policy Snapshot',
    executionStartTime: '2020-02-07T08:07:02.854986Z',
    executionStopTime: '2020-02-07T08:08:11.547434Z',
    executionDuration: '00:01:08.6924480',
    status: 'Success',
    usn: 34,
    backupJobInfo: {
      policyId: '4e096ba7-8125-4d5d-804b-581f4e6c8440',
      policyName: 'Backup Policy',
      protectedInstancesCount: 1,
      policyRemoved: false,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/5',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/5/log',
      },
    },
  },
  {
    id: '3',
    type: 'RepositoryCreation',
    localizedType: 'Create Repository',
    executionStartTime: '2020-02-07T08:04:29.825504Z',
    executionStopTime: '2020-02-07T08:05:05.293101Z',
    executionDuration: '00:00:35.4675970',
    status: 'Success',
    usn: 19,
    repositoryJobInfo: {
      repositoryId: 1,
      repositoryName: 'Backup Repository',
      repositoryRemoved: true,
    },
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/3',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/3/log',
      },
    },
  },
  {
    id: '2',
    type: 'LingeringSnapshotRetention',
    localizedType: 'Obsolete Snapshot Retention',
    executionStartTime: '2020-02-06T19:11:10.679602Z',
    executionStopTime: '2020-02-06T19:11:13.561972Z',
    executionDuration: '00:00:02.8823700',
    status: 'Success',
    usn: 11,
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/2',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/2/log',
      },
    },
  },
  {
    id: '1',
    type: 'LingeringSnapshotRetention',
    localizedType: 'Obsolete Snapshot Retention',
    executionStartTime: '2020-02-06T19:10:16.284158Z',
    executionStopTime: '2020-02-06T19:10:19.6246Z',
    executionDuration: '00:00:03.3404420',
    status: 'Success',
    usn: 6,
    _links: {
      self: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/1',
      },
      log: {
        href: 'https://abc.ukwest.cloudapp.azure.com/api/v1/jobSessions/1/log',
      },
    },
  },
];
