export { bareHost, isLoopbackHost, withoutEndSlashes } from '../values/address.ts';
export { toCount } from '../values/count.ts';
export { type DurationForm, type DurationResult, parseDuration } from '../values/duration.ts';
export { type InstantResult, isPlausible, type ParseInstantOptions, parseInstant } from '../values/instant.ts';
export { joinSentences, toSentence } from '../values/sentences.ts';
export { parseSize, type SizeResult, type SizeUnit } from '../values/size.ts';
export { toTimeZone } from '../values/time-zone.ts';
export { defineWords, foldWord, type WordTable } from '../values/words.ts';
export { parseWire, safeParseWire } from './parse-wire.ts';
export {
  isJsonObject,
  isReadable,
  type Readable,
  type Tolerant,
  tolerant,
  Unreadable,
  valueOrNull,
  type WireValue,
  wireFor,
} from './wire.ts';
