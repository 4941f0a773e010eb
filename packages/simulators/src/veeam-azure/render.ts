import { renderInfos } from './render-infos.ts';
import { momentOf, type VeeamSession } from './session.ts';
import { renderInstant, renderTimeSpan } from './time-text.ts';
import type { VersionManner } from './versions.ts';
import { localizeType, typeIn } from './words.ts';

/** For whom something is rendered. */
export type Manner = VersionManner & {
  readonly version: string;
  /** Scheme, host and port of the appliance. */
  readonly address: string;
};

type Times = {
  readonly executionStartTime?: string | null;
  readonly executionStopTime?: string | null;
  readonly executionDuration?: string | number | null;
};

const startTime = (session: VeeamSession, nowMs: number): Times => {
  const { startMicros } = momentOf(session, nowMs);
  if (startMicros !== null) return { executionStartTime: renderInstant(startMicros) };
  return session.shape.openStop === 'absent' ? {} : { executionStartTime: null };
};

const stopTime = (session: VeeamSession, nowMs: number): Times => {
  const { endMicros } = momentOf(session, nowMs);
  const form = endMicros === null ? session.shape.openStop : session.shape.stop;
  if (form === 'absent') return {};
  if (form === 'unreadable') return { executionStopTime: 'no date' };
  return { executionStopTime: form === 'null' || endMicros === null ? null : renderInstant(endMicros) };
};

/** Samples are TimeSpans; tables of the versions 2 and 3 call the field a number of milliseconds. */
const durationOf = (session: VeeamSession, nowMs: number, { mayCountMilliseconds }: Manner): Times => {
  const { startMicros, endMicros } = momentOf(session, nowMs);
  const form = endMicros === null ? session.shape.openDuration : session.shape.duration;
  if (form === 'absent') return {};
  if (form === 'unreadable') return { executionDuration: 'soon' };
  if (form === 'null' || startMicros === null) return { executionDuration: null };
  const micros = Math.max(0, (endMicros ?? nowMs * 1000) - startMicros);
  const isNumber = form === 'milliseconds' && mayCountMilliseconds;
  return { executionDuration: isNumber ? Math.floor(micros / 1000) : renderTimeSpan(micros) };
};

const renderLinks = ({ shape }: VeeamSession, id: string, { version, address }: Manner) => {
  const self = `${address}/api/${version}/jobSessions/${shape.links === 'upper-case' ? id.toUpperCase() : id}`;
  return { self: { href: self }, log: { href: `${self}/log` } };
};

/** One session as in the list and in the single request, members in the order of the reference page. */
export const renderSession = (session: VeeamSession, id: string, nowMs: number, manner: Manner): unknown => {
  const { usn, shape, page } = session;
  if (manner.isFirst && page !== null) return page;
  return {
    id,
    type: typeIn(shape.type, manner),
    localizedType: localizeType(shape.type),
    ...startTime(session, nowMs),
    ...stopTime(session, nowMs),
    ...durationOf(session, nowMs, manner),
    status: momentOf(session, nowMs).word,
    ...(manner.hasCounter ? { usn } : {}),
    ...renderInfos(session, nowMs, manner),
    _links: renderLinks(session, id, manner),
  };
};
