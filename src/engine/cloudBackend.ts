import type { ApiBackend, ListedInstance, ScaleChange, ScaleOutcome, ServiceCounts } from '../cloud/api/apiBackend.js';
import type { StoppedInstances } from '../cloud/api/stoppedInstances.js';
import type { Cloud, ScalingDecision } from '../cloud/cloud.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import type { DecisionEntry } from '../record/decisionLog.js';
import type { MetricName } from '../telemetry/metrics.js';
import type { HostedService } from './hostedService.js';

interface CloudBackendOptions {
  readonly services: readonly HostedService[];
  readonly table: InstanceTable;
  readonly cloud: Cloud;
  readonly stopped: StoppedInstances;
  readonly startSeconds: number;
  nowSeconds(): number;
  /** Carries out a decision, and records it. */
  scale(service: HostedService, decision: ScalingDecision): DecisionEntry;
  metric(service: string, name: MetricName): number | undefined | 'failed';
}

/** The times of an instance, seconds; NaN for what has not come. */
interface Life {
  readonly launchNumber: number;
  readonly zone: number;
  readonly launchedSeconds: number;
  readonly readySeconds: number;
  readonly drainSeconds: number;
}

/** The running simulation as the provider's API shows it. */
export class CloudBackend implements ApiBackend {
  readonly #options: CloudBackendOptions;
  readonly serviceNames: readonly string[];

  constructor(options: CloudBackendOptions) {
    this.#options = options;
    this.serviceNames = options.services.map(({ name }) => name);
  }

  get startSeconds(): number {
    return this.#options.startSeconds;
  }

  get latencySeconds(): number {
    return this.#options.cloud.latencySeconds;
  }

  nowSeconds(): number {
    return this.#options.nowSeconds();
  }

  counts(service: string): ServiceCounts {
    const { fleet, bounds } = this.#service(service);
    return {
      desired: fleet.desired,
      pending: fleet.pendingCount + fleet.failedCount,
      starting: fleet.startingCount,
      ready: fleet.readyCount,
      draining: fleet.drainingCount,
      min: bounds.minCount,
      max: bounds.maxCount,
    };
  }

  launchCount(service: string): number {
    return this.#service(service).fleet.launchCount;
  }

  instances(service: string, agoSeconds: number): ListedInstance[] {
    const { fleet, index } = this.#service(service);
    const { table, stopped } = this.#options;
    // Before the run began there is nothing to show but its begin.
    const seconds = Math.max(0, this.nowSeconds() - agoSeconds);
    const alive = fleet.alive().map((instance) => ({
      launchNumber: table.launchNumber[instance],
      zone: table.zone[instance],
      launchedSeconds: table.launchedSeconds[instance],
      readySeconds: table.readySeconds[instance],
      drainSeconds: table.drainSeconds[instance],
    }));
    const gone: readonly Life[] = agoSeconds === 0 ? [] : stopped.after(index, seconds);
    return [...alive, ...gone]
      .filter(({ launchedSeconds }) => launchedSeconds <= seconds)
      .map((life) => listedAt(seconds, life))
      .sort((a, b) => a.launchNumber - b.launchNumber);
  }

  read(): 'throttled' | 'failed' | undefined {
    return this.#options.cloud.read();
  }

  scale(service: string, change: ScaleChange): ScaleOutcome {
    const entry = this.#options.scale(this.#service(service), { ...change, isRequest: true });
    return { result: entry.result, before: entry.before, desired: entry.applied, by: entry.held?.by };
  }

  metric(service: string, name: MetricName): number | undefined | 'failed' {
    return this.#options.metric(service, name);
  }

  #service(name: string): HostedService {
    const { services } = this.#options;
    return services.find((service) => service.name === name) ?? services[0];
  }
}

/** NaN compares as false, so what has not come is not past. */
function listedAt(seconds: number, life: Life): ListedInstance {
  const { launchNumber, zone, launchedSeconds, readySeconds, drainSeconds } = life;
  const isReady = readySeconds <= seconds;
  const state = drainSeconds <= seconds ? 'draining' : isReady ? 'ready' : 'starting';
  return { launchNumber, zone, state, launchedSeconds, readySeconds: isReady ? readySeconds : undefined };
}
