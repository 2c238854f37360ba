import type { MetricValues } from '../../src/policy/observation.js';
import { FakeHost } from '../policy/fakeHost.js';

/** Requests of 30 ms CPU and 270 ms I/O over two vCPUs an instance; near saturation they pile up inside. 5 s old. */
function loadOf(requestsPerSecond: number, host: FakeHost): MetricValues {
  const ready = host.desired.get('web') ?? 1;
  const utilization = Math.min(1, (requestsPerSecond * 0.03) / (2 * ready));
  const served = Math.min(requestsPerSecond, (2 * ready) / 0.03);
  // Processor sharing holds u / (1 - u) requests for each busy vCPU; a second's overload waits.
  const inside = (ready * 2 * utilization) / (1 - Math.min(utilization, 0.95)) + served * 0.27;
  return {
    cpu_utilization: utilization,
    request_rate: served,
    in_flight: Math.round(inside),
    queue_depth: Math.round(requestsPerSecond - served),
    age_seconds: 5,
  };
}

/** A host whose load follows a curve of the time; history is the curve itself. */
export class LoadedHost extends FakeHost {
  constructor(rate: (timeSeconds: number) => number, initialCount = 4) {
    super({
      initialCount,
      metrics: (time, host) => loadOf(rate(time), host),
      history: (name) =>
        name === 'request_rate'
          ? Array.from({ length: 20 }, (_, index) => this.timeSeconds - (19 - index) * 15).map((time) => [
              time,
              rate(time),
            ])
          : [],
    });
  }
}
