import type { Scenario } from '../../scenario/schema.js';
import type { Traffic } from '../traffic.js';

/** Whether every request of a run can go the short way (see `ShortGateway`). */
export function fitsShortLoop(scenario: Scenario, traffic: Traffic): boolean {
  const { gateway, faults, requests } = scenario;
  const isOpen = traffic.sources.every((source) => source.kind === 'open' && source.vuPool === undefined);
  const holdsSlotsOnly = traffic.classNames.every(
    (name) => requests[name].cpu === undefined && requests[name].patience === undefined,
  );
  const hasNoTimers =
    gateway.timeout === undefined && gateway.totalTimeout === undefined && gateway.queue?.timeout === undefined;
  const isFifo = gateway.queue === undefined || gateway.queue.discipline === 'fifo';
  const isOnDemand = Object.values(scenario.services).some(({ scaling }) => scaling.perRequest !== undefined);
  const burnsCpu = Object.values(scenario.services).some(
    ({ instance: { baseCpu = 0, startupCpu } }) => baseCpu > 0 || startupCpu !== undefined,
  );
  return (
    !isOnDemand &&
    !burnsCpu &&
    isOpen &&
    isFifo &&
    holdsSlotsOnly &&
    hasNoTimers &&
    gateway.retries === undefined &&
    faults.length === 0
  );
}
