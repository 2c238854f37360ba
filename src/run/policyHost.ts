import { parseDuration } from '../base/duration.js';
import { invariant } from '../base/invariant.js';
import { ApiDesk, type ApiSettings } from '../cloud/api/apiDesk.js';
import type { StoppedInstances } from '../cloud/api/stoppedInstances.js';
import type { Cloud, ScalingWish } from '../cloud/cloud.js';
import type { ControllerPlace } from '../fleet/controllers.js';
import { type InstanceTable, phase } from '../fleet/instanceTable.js';
import type { InstanceObservation, LastAction, MetricValues, Observation } from '../policy/observation.js';
import { type ActionAnswer, PolicyFault, type PolicyHost, type Wish } from '../policy/policy.js';
import type { DecisionEntry } from '../record/decisionLog.js';
import type { PolicyLog } from '../record/policyLog.js';
import type { MetricFeed } from '../telemetry/feed.js';
import type { MetricsView } from '../telemetry/metricsView.js';
import type { Telemetry } from '../telemetry/telemetry.js';
import type { ActionsTogether } from './actionsTogether.js';
import { CloudBackend } from './cloudBackend.js';
import type { HostedService } from './hostedService.js';

export interface ServicePolicyHostOptions {
  /** The policy's own service first. */
  readonly services: readonly HostedService[];
  readonly table: InstanceTable;
  readonly telemetry: Telemetry;
  /** By which the policy gets its metrics. */
  readonly feeds: readonly MetricFeed[];
  readonly cloud: Cloud;
  /** The scenario's HTTP APIs. */
  readonly api: ApiSettings;
  readonly stopped: StoppedInstances;
  readonly environment: string | undefined;
  nowSeconds(): number;
  /** Date and time of second 0, since 1970. */
  readonly startSeconds: number;
  readonly place: ControllerPlace;
  /** Told of every action, where there are several controllers. */
  readonly together: ActionsTogether | undefined;
  readonly log: PolicyLog;
}

const phaseNames = { [phase.starting]: 'starting', [phase.ready]: 'ready', [phase.draining]: 'draining' } as const;

/** One policy's view of the world and its only hand in it. */
export class ServicePolicyHost implements PolicyHost {
  readonly #options: ServicePolicyHostOptions;
  readonly #lastActions = new Map<string, LastAction>();
  readonly #views: Views;
  readonly serviceNames: readonly string[];
  readonly apiLatencySeconds: number;
  readonly workerId: number;
  readonly workerCount: number;
  readonly sharedData: Map<string, unknown>;
  readonly api: ApiDesk;
  hasReadMetric = false;

  constructor(options: ServicePolicyHostOptions) {
    this.#options = options;
    const { feeds, telemetry, place } = options;
    this.workerId = place.workerId;
    this.workerCount = place.workerCount;
    this.sharedData = place.sharedData;
    const byFeed = new Map(feeds.map((feed) => [feed.name, telemetry.viewOf([feed])]));
    this.#views = { whole: telemetry.viewOf(feeds), byFeed };
    this.serviceNames = options.services.map(({ name }) => name);
    this.apiLatencySeconds = options.cloud.latencySeconds;
    const backend = new CloudBackend({
      ...options,
      nowSeconds: () => this.nowSeconds(),
      scale: (service, wish) => this.#scale(service, wish),
      metric: (service, name) => {
        const observation = this.observe(service);
        return observation.metricsFailed === true ? 'failed' : observation.metrics[name];
      },
    });
    this.api = new ApiDesk(options.api, backend);
  }

  get startSeconds(): number {
    return this.#options.startSeconds;
  }

  nowSeconds(): number {
    return this.#options.nowSeconds();
  }

  noteMetricRead(): void {
    this.hasReadMetric = true;
  }

  log(text: string): void {
    const { log, together, place } = this.#options;
    const who = together === undefined ? {} : { controller: place.index };
    log.add({ timeSeconds: this.nowSeconds(), service: this.serviceNames[0], ...who, text });
  }

  act(wish: Wish, serviceName?: string): ActionAnswer {
    const entry = this.#scale(this.#service(serviceName), wish);
    return { result: entry.result, desired: entry.applied };
  }

  #scale({ name, index, decisions }: HostedService, wish: ScalingWish): DecisionEntry {
    const { cloud, together, place } = this.#options;
    const entry = cloud.scale(index, wish);
    together?.note(entry, place.index);
    decisions.record(together === undefined ? entry : { ...entry, controller: place.index });
    this.#lastActions.set(name, { time: entry.timeSeconds, desired: entry.applied, result: entry.result });
    return entry;
  }

  observe(serviceName?: string): Observation {
    return new LiveObservation({
      service: this.#service(serviceName),
      options: this.#options,
      host: this,
      lastActions: this.#lastActions,
      views: this.#views,
      view: this.#views.whole,
    });
  }

  #service(name: string | undefined): HostedService {
    const { services } = this.#options;
    const service = name === undefined ? services[0] : services.find((candidate) => candidate.name === name);
    if (service !== undefined) return service;
    throw new PolicyFault(`there is no service "${name}"; known: ${this.serviceNames.join(', ')}`, {
      kind: 'runtime',
      timeSeconds: this.nowSeconds(),
    });
  }
}

/** What the policy sees in all, and by each of its feeds. */
interface Views {
  readonly whole: MetricsView;
  readonly byFeed: ReadonlyMap<string, MetricsView>;
}

interface LiveScene {
  readonly service: HostedService;
  readonly options: ServicePolicyHostOptions;
  readonly host: ServicePolicyHost;
  readonly lastActions: ReadonlyMap<string, LastAction>;
  readonly views: Views;
  readonly view: MetricsView;
}

/** An observation of this instant; metrics, instances and history are built when read. */
class LiveObservation implements Observation {
  readonly time: number;
  readonly epochSeconds: number;
  readonly service: string;
  readonly instances: Observation['instances'];
  readonly lastAction?: LastAction;
  readonly context: Observation['context'];
  readonly resources: Observation['resources'];
  readonly #scene: LiveScene;
  #metrics: MetricValues | undefined;

  constructor(scene: LiveScene) {
    const { service, options, lastActions } = scene;
    this.#scene = scene;
    const { fleet, bounds } = service;
    this.time = options.nowSeconds();
    this.epochSeconds = options.startSeconds + this.time;
    this.service = service.name;
    this.instances = {
      desired: fleet.desired,
      ready: fleet.readyCount,
      pending: fleet.pendingCount,
      starting: fleet.startingCount,
      draining: fleet.drainingCount,
      failed: fleet.failedCount,
      min: bounds.minCount,
      max: bounds.maxCount,
    };
    const lastAction = lastActions.get(service.name);
    if (lastAction !== undefined) this.lastAction = lastAction;
    this.resources = service.resources;
    this.context = options.environment === undefined ? {} : { environment: options.environment };
  }

  get metrics(): MetricValues {
    const { host, view, service } = this.#scene;
    host.noteMetricRead();
    this.#metrics ??= view.readings(service.index);
    return this.#metrics;
  }

  get metricsFailed(): boolean {
    return this.#scene.view.hasFailed;
  }

  through(feedName: string): Observation {
    const view = this.#scene.views.byFeed.get(feedName);
    invariant(view !== undefined, `the policy has no feed "${feedName}"`);
    return new LiveObservation({ ...this.#scene, view });
  }

  get perInstance(): readonly InstanceObservation[] {
    const { host, view, service, options } = this.#scene;
    host.noteMetricRead();
    const { table } = options;
    return service.fleet.alive().map((instance) => {
      const readyAt = table.readySeconds[instance];
      const deletedAt = table.drainSeconds[instance];
      const current = table.phase[instance];
      return {
        id: `${this.service}-${table.launchNumber[instance]}`,
        phase: current === phase.free ? 'starting' : phaseNames[current as 1 | 2 | 3], // safe: alive() lists no free slot
        startedAt: table.launchedSeconds[instance],
        ...(Number.isNaN(readyAt) ? {} : { readyAt }),
        ...(Number.isNaN(deletedAt) ? {} : { deletedAt }),
        metrics: view.instanceReadings(service.index, instance),
      };
    });
  }

  history(name: string, span: string): [number, number][] {
    const { host, view, service } = this.#scene;
    host.noteMetricRead();
    const spanSeconds = parseDuration(span);
    if (spanSeconds === undefined || spanSeconds < 0) {
      throw new PolicyFault(`history("${name}", "${span}"): "${span}" is not a duration such as "5m"`, {
        kind: 'runtime',
        timeSeconds: this.time,
      });
    }
    return view.history(service.index, name, spanSeconds);
  }
}
