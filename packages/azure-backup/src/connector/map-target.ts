import { combine, defineWords, type JobTarget, type Reading, readText } from '@crossvault/contract';
import type { JobAnswer } from './job-answer.ts';

type TargetType = JobTarget['type'];

/** The kind of data (WorkloadType) says most. The agents' words for files do not tell a server from a workstation. */
const workloadTargets = defineWords<TargetType>({
  vm: ['VM', 'VMwareVM'],
  'file-share': ['AzureFileShare'],
  database: [
    'AzureSqlDb',
    'SQLDB',
    'SQLDataBase',
    'SAPHanaDatabase',
    'SAPAseDatabase',
    'SAPHanaDBInstance',
    'Exchange',
  ],
  site: ['Sharepoint'],
  workstation: ['Client'],
  server: ['FileFolder', 'SystemState'],
  other: ['GenericDataSource'],
});

const managementTargets = defineWords<TargetType>({
  vm: ['AzureIaasVM'],
  'file-share': ['AzureStorage'],
  database: ['AzureSql', 'AzureWorkload'],
  server: ['MAB', 'DPM', 'AzureBackupServer'],
});

const jobTypeTargets = defineWords<TargetType>({
  vm: ['AzureIaaSVMJob', 'AzureIaaSVMJobV2'],
  'file-share': ['AzureStorageJob'],
  database: ['AzureWorkloadJob'],
  server: ['MabJob', 'DpmJob'],
});

/** Only a virtual machine's container is the machine itself; elsewhere a container holds many things. */
export const isMachine = (type: TargetType): boolean => type === 'vm';

export function readTargetType({ job }: JobAnswer): TargetType {
  const known = [
    [workloadTargets, job.workloadType],
    [managementTargets, job.backupManagementType],
    [jobTypeTargets, job.jobType],
  ] as const;
  for (const [words, word] of known) {
    const type = typeof word === 'string' ? words.lookup(word) : undefined;
    if (type !== undefined) return type;
  }
  return 'other';
}

export function readTarget(answer: JobAnswer): Reading<JobTarget | null> {
  const type = readTargetType(answer);
  const name = readText(answer.job.entityFriendlyName);
  const id = readText(isMachine(type) ? answer.job.containerName : null);
  if (name.value === null && id.value === null) return { ...name, value: null };
  return combine({ type, id: id.value, name: name.value }, [name, id]);
}
