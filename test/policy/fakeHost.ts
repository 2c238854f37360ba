import type { ActionResult, InstanceObservation, MetricValues, Observation } from '../../src/policy/observation.js';
import type { ActionAnswer, Decision, LoadedPolicy, PolicyHost, PolicyRunner } from '../../src/policy/policy.js';

/** One call of `act`, as the fake cloud saw it. */
export interface RecordedAction {
  readonly timeSeconds: number;
  readonly serviceName: string;
  readonly decision: Decision;
}

interface FakeHostOptions {
  readonly serviceNames?: readonly string[];
  readonly apiLatencySeconds?: number;
  readonly minCount?: number;
  readonly maxCount?: number;
  readonly initialCount?: number;
  /** What every service shows at a time. */
  readonly metrics?: (timeSeconds: number, host: FakeHost) => MetricValues;
  /** The answer of the API; accepted when left out. */
  readonly result?: ActionResult;
  readonly history?: (name: string, span: string) => [number, number][];
  readonly perInstance?: readonly InstanceObservation[];
}

/** A cloud without a simulation: it grants what is asked, clamped to min..max, and every instance is ready at once. */
export class FakeHost implements PolicyHost {
  timeSeconds = 0;
  readonly serviceNames: readonly string[];
  readonly apiLatencySeconds: number;
  readonly actions: RecordedAction[] = [];
  readonly lines: string[] = [];
  readonly metricReads = new Set<string>();
  readonly desired = new Map<string, number>();
  /** Instances that were asked for and are not ready yet. */
  startingCount = 0;
  readonly #options: FakeHostOptions;

  constructor(options: FakeHostOptions = {}) {
    this.#options = options;
    this.serviceNames = options.serviceNames ?? ['web'];
    this.apiLatencySeconds = options.apiLatencySeconds ?? 0;
    for (const name of this.serviceNames) this.desired.set(name, options.initialCount ?? 4);
  }

  nowSeconds(): number {
    return this.timeSeconds;
  }

  observe(serviceName = this.serviceNames[0]): Observation {
    const { minCount = 1, maxCount = 100, metrics, history, perInstance = [] } = this.#options;
    const desired = this.desired.get(serviceName) ?? 0;
    const starting = Math.min(this.startingCount, desired);
    return Object.freeze({
      time: this.timeSeconds,
      service: serviceName,
      instances: Object.freeze({
        desired,
        ready: desired - starting,
        pending: 0,
        starting,
        draining: 0,
        failed: 0,
        min: minCount,
        max: maxCount,
      }),
      metrics: Object.freeze(metrics?.(this.timeSeconds, this) ?? {}),
      resources: {},
      context: { environment: 'test' },
      perInstance,
      history: history ?? (() => []),
    });
  }

  act(decision: Decision, serviceName = this.serviceNames[0]): ActionAnswer {
    const { minCount = 1, maxCount = 100, result = 'accepted' } = this.#options;
    this.actions.push({ timeSeconds: this.timeSeconds, serviceName, decision });
    if (result === 'accepted') {
      this.desired.set(serviceName, Math.min(maxCount, Math.max(minCount, Math.ceil(decision.desired))));
    }
    return { result, desired: this.desired.get(serviceName) ?? 0 };
  }

  log(text: string): void {
    this.lines.push(text);
  }

  noteMetricRead(name: string): void {
    this.metricReads.add(name);
  }
}

/** Starts a policy and runs it in virtual time up to and including `untilSeconds`, at most `wakeLimit` wakes. */
export function runPolicy(
  policy: LoadedPolicy,
  host: FakeHost,
  untilSeconds: number,
  wakeLimit = 1_000_000,
): PolicyRunner {
  const runner = policy.start(host);
  for (let wakes = 0; wakes < wakeLimit && runner.nextWakeSeconds <= untilSeconds; wakes++) {
    host.timeSeconds = runner.nextWakeSeconds;
    runner.wake();
  }
  return runner;
}
