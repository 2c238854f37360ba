import type { ApiBackend, ListedInstance, ScaleChange, ScaleOutcome, ServiceCounts } from '../cloud/api/apiBackend.js';
import type { InstanceObservation, Observation } from '../policy/observation.js';
import type { PolicyHost } from '../policy/policy.js';
import type { MetricName } from '../telemetry/metrics.js';

/** The provider behind a recording: it shows what was recorded, takes every decision and never fails. */
export class RecordedBackend implements ApiBackend {
  readonly #host: PolicyHost;

  constructor(host: PolicyHost) {
    this.#host = host;
  }

  get serviceNames(): readonly string[] {
    return this.#host.serviceNames;
  }

  get startSeconds(): number {
    return this.#host.startSeconds ?? 0;
  }

  get latencySeconds(): number {
    return this.#host.apiLatencySeconds;
  }

  nowSeconds(): number {
    return this.#host.nowSeconds();
  }

  counts(service: string): ServiceCounts {
    return this.#observe(service).instances;
  }

  launchCount(service: string): number {
    return Math.max(0, ...this.instances(service).map(({ launchNumber }) => launchNumber + 1));
  }

  /** As they are: a recording of fleets does not go back. */
  instances(service: string): readonly ListedInstance[] {
    return this.#observe(service).perInstance.flatMap(listed);
  }

  read(): undefined {
    return undefined;
  }

  scale(service: string, { desired, reason }: ScaleChange): ScaleOutcome {
    const before = this.#observe(service).instances.desired;
    const answer = this.#host.act({ desired, reason }, service);
    const by = answer.result === 'clamped' ? 'scaling.max' : undefined;
    return { result: answer.result, before, desired: answer.desired, by };
  }

  metric(service: string, name: MetricName): number | undefined | 'failed' {
    const { metrics, metricsFailed } = this.#observe(service);
    return metricsFailed === true ? 'failed' : metrics[name];
  }

  #observe(service: string): Observation {
    return this.#host.observe(service);
  }
}

/** Its number stands at the end of its name: `web-4`. */
function listed({ id, phase, startedAt, readyAt }: InstanceObservation): ListedInstance[] {
  if (phase === 'pending') return [];
  const launchNumber = Number(/\d+$/.exec(id)?.[0] ?? 0);
  return [{ launchNumber, zone: 0, state: phase, launchedSeconds: startedAt, readySeconds: readyAt }];
}
