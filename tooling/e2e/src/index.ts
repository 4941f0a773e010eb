export { compareWithTruth, wholeAndOnce } from './reading/compare.ts';
export { type House, type HouseOptions, openHouse } from './reading/open-house.ts';
export { type ReadOptions, readWhole, type WholeReading } from './reading/read-whole.ts';
