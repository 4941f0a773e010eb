import { measureSyncRequests } from './measure-sync-requests.ts';
const t=Date.now();
console.table(await measureSyncRequests({ jobsPerDay: Number(process.argv[2]), hours: Number(process.argv[3]) }));
console.log(Date.now()-t);
