import { measureMonth } from './measure-month.ts';

/** A month in a process of its own: two of them keep two cores at work. */
const [from = '', days = '31'] = process.argv.slice(2);
process.send?.(await measureMonth({ from, days: Number(days) }));
process.disconnect();
