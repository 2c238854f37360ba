import type { RequestLog } from '../record/requestLog.js';
import { place, type RequestTable } from './requestTable.js';
import type { RequestTracer } from './requestTracer.js';

/** Logs every request that is still inside when the run ends. */
export function logUnfinished(
  requests: RequestTable,
  log: RequestLog,
  nowSeconds: number,
  tracer: RequestTracer | undefined,
): void {
  for (let slot = 0; slot < requests.slotCount; slot++) {
    const where = requests.place[slot];
    if (where === place.free || requests.isOrphan[slot] === 1) continue;
    const group = requests.group[slot];
    const service = requests.service[slot];
    const arrivalSeconds = requests.arrivalSeconds[slot];
    const isWaiting = where === place.centralQueue || where === place.instanceQueue;
    if (isWaiting) log.queued(service, requests.waitingSinceSeconds[slot], nowSeconds);
    else if (requests.hasReached[slot] === 1) log.waited(group, arrivalSeconds, requests.waitedSeconds[slot]);
    log.unfinished(group, service, arrivalSeconds);
    tracer?.unfinished(slot, isWaiting);
  }
}
