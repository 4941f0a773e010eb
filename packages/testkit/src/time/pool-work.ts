import { createHook } from 'node:async_hooks';

/** Files, names of hosts and asynchronous cryptography: what another thread does for this one. */
const isPoolWork = (type: string): boolean =>
  /REQ(UEST)?$|^FSREQ|^GETADDRINFO/.test(type) && type !== 'HTTPCLIENTREQUEST';

const underWay = new Set<number>();
let watching = false;

/** Starts to look after the work that this process has done on other threads. It looks on until the process ends. */
export function watchPoolWork(): { isUnderWay(): boolean } {
  if (!watching) {
    watching = true;
    const finish = (id: number): void => void underWay.delete(id);
    createHook({
      init(id, type) {
        if (isPoolWork(type)) underWay.add(id);
      },
      after: finish,
      destroy: finish,
      trackPromises: false,
    }).enable();
  }
  return { isUnderWay: () => underWay.size > 0 };
}
