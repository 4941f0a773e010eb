import { addressOf } from '../http/request-address.ts';
import { captureAnswer, sendBody } from './captured-answer.ts';
import type { Exchange } from './exchange.ts';
import type { Fault } from './fault.ts';
import { changeBody } from './fault-body.ts';
import { changeJson } from './fault-pages.ts';
import { refusalOf, sendErrorEnvelope, sendPage, sendRefusal, sendThrottled } from './fault-refusal.ts';
import { sendHalf, sendHuge, sendSlowly } from './fault-sending.ts';
import { isFirstPage, withoutParameters } from './list-address.ts';
import { readWhole } from './read-whole.ts';

/** The request without some of its parameters: the vendor never sees them. */
const passWithout = (exchange: Exchange, parameters: readonly string[]): void => {
  const { request, path, record, pass } = exchange;
  const rewritten = withoutParameters(path, parameters);
  if (rewritten !== path) record();
  request.url = rewritten;
  request.originalUrl = rewritten;
  pass();
};

/** The original date of the answer, shifted. */
const shiftDate = ({ response }: Exchange, seconds: number): void => {
  const dateMs = Date.parse(String(response.getHeader('Date')));
  response.setHeader('Date', new Date(dateMs + seconds * 1000).toUTCString());
};

/** What the vendor answers, changed in its bytes or in what they say. Failures of the vendor's own stay as they are. */
const change = (exchange: Exchange, fault: Fault, answer: Buffer): void => {
  const { request, response, path, list, shapes, formerPages, record } = exchange;
  const bytes = response.statusCode < 300 ? changeBody(fault, answer) : null;
  // An earlier reading has its own expected effects; they do not count here.
  const former = (): Buffer | null =>
    list === null || isFirstPage(path, shapes) ? null : formerPages.before(list, path);
  const json =
    bytes === null && response.statusCode < 300
      ? changeJson(fault, answer, { shapes, address: addressOf(request), path, former })
      : null;
  const changed = bytes ?? (json === null ? null : { body: json });
  if (changed === null) {
    sendBody(response, answer);
    return;
  }
  record();
  sendBody(response, changed.body, changed.headers);
};

const answerChanged = (exchange: Exchange, fault: Fault): void => {
  const { response, record } = exchange;
  captureAnswer(response, (answer) => {
    switch (fault.kind) {
      case 'reset-body':
        record();
        sendHalf(exchange, answer);
        return;
      case 'slow-drip':
        record();
        void sendSlowly(exchange, answer, fault);
        return;
      case 'huge':
        record();
        void sendHuge(exchange, answer, fault.sizeBytes);
        return;
      default:
        change(exchange, fault, answer);
    }
  });
  exchange.pass();
};

const answerInstead = (exchange: Exchange, fault: Fault): boolean => {
  const refusal = refusalOf(fault);
  if (refusal !== null) sendRefusal(exchange, refusal);
  else if (fault.kind === 'html') sendPage(exchange, 200);
  else if (fault.kind === 'error-envelope') sendErrorEnvelope(exchange);
  else if (fault.kind === 'throttled') sendThrottled(exchange, exchange.throttle.begin(fault.wait, exchange.shapes));
  else return false;
  return true;
};

/** Applies a fault to a request, until its answer is sent. */
export const playFault = async (fault: Fault, exchange: Exchange): Promise<void> => {
  const { request, response, shapes, held, record, pass } = exchange;
  switch (fault.kind) {
    case 'latency':
      record();
      if (await held.sleep(request, response, fault.delayMs)) pass();
      return;
    case 'hang':
      record();
      await held.untilLeft(request, response);
      return;
    case 'answer-held':
      captureAnswer(response, () => {
        record();
        void held.untilLeft(request, response);
      });
      pass();
      return;
    case 'performed-late':
      await readWhole(request);
      record();
      await held.untilPerformed(fault.delayMs);
      pass();
      return;
    case 'reset-before':
      record();
      request.socket.destroy();
      return;
    case 'rotate-tokens':
      record();
      exchange.expireTokens();
      pass();
      return;
    case 'clock-skew':
      record();
      shiftDate(exchange, fault.seconds);
      answerChanged({ ...exchange, record: () => undefined }, fault);
      return;
    case 'ignored-offset':
      passWithout(exchange, shapes.offsets);
      return;
    case 'ignored-filter':
      passWithout(exchange, shapes.filters);
      return;
    default:
      if (answerInstead(exchange, fault)) record();
      else answerChanged(exchange, fault);
  }
};
