export { compareWithTruth, wholeAndOnce } from './compare.ts';
export { type House, type HouseOptions, openHouse } from './open-house.ts';
export { type ReadOptions, readWhole, type WholeReading } from './read-whole.ts';
