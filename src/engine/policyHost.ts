import { ApiDesk, type ApiSettings } from '../cloud/api/apiDesk.js';
import type { StoppedInstances } from '../cloud/api/stoppedInstances.js';
import type { Cloud, ScalingDecision } from '../cloud/cloud.js';
import type { ControllerPlace } from '../fleet/controllers.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import type { RouteWeights } from '../gateway/ai/routes/routeWeights.js';
import type { Calendar } from '../kernel/calendar.js';
import * as rank from '../kernel/rank.js';
import type { ContextTimeline } from '../policy/context/contextTimeline.js';
import type { LastAction, Observation } from '../policy/observation.js';
import { type ActionAnswer, type Decision, PolicyFault, type PolicyHost } from '../policy/policy.js';
import type { IndexedStream } from '../random/keyedStream.js';
import type { DecisionEntry } from '../record/decisionLog.js';
import type { PolicyLog } from '../record/policyLog.js';
import type { MetricFeed } from '../telemetry/feed.js';
import type { MetricsView } from '../telemetry/metricsView.js';
import type { SeriesSource } from '../telemetry/promql/seriesSource.js';
import type { Telemetry } from '../telemetry/telemetry.js';
import type { ActionsTogether } from './actionsTogether.js';
import { CloudBackend } from './cloudBackend.js';
import type { HostedService } from './hostedService.js';
import { bytesOf } from './limits/bytesOf.js';
import { tooManyInstances } from './limits/runEnd.js';
import { LiveObservation, type Views } from './liveObservation.js';
import { MemberList } from './memberList.js';
import type { Touches } from './touches.js';

export interface ServicePolicyHostOptions {
  /** The policy's own service first. */
  readonly services: readonly HostedService[];
  readonly table: InstanceTable;
  readonly telemetry: Telemetry;
  /** By which the policy gets its metrics. */
  readonly feeds: readonly MetricFeed[];
  readonly cloud: Cloud;
  /** Where classes go to routes. */
  readonly routeWeights: RouteWeights | undefined;
  /** The scenario's HTTP APIs. */
  readonly api: ApiSettings;
  readonly stopped: StoppedInstances;
  readonly contexts: ContextTimeline;
  nowSeconds(): number;
  /** Date and time of second 0, since 1970. */
  readonly startSeconds: number;
  /** What `os.getenv` sees. */
  readonly env: Readonly<Record<string, string>>;
  readonly place: ControllerPlace;
  readonly random: IndexedStream;
  /** Told of every action, where there are several controllers. */
  readonly together: ActionsTogether | undefined;
  readonly log: PolicyLog;
  /** Told what the policy touches. */
  readonly touches: Touches | undefined;
  readonly calendar: Calendar;
  /** How much the run may take. */
  readonly memoryBytes: number;
}

/** One policy's view of the world and its only hand in it. */
export class ServicePolicyHost implements PolicyHost {
  readonly #options: ServicePolicyHostOptions;
  readonly #lastActions = new Map<string, LastAction>();
  readonly #views: Views;
  /** [service] */
  readonly #members: readonly MemberList[];
  readonly serviceNames: readonly string[];
  readonly apiLatencySeconds: number;
  readonly workerId: number;
  readonly workerCount: number;
  readonly sharedData: Map<string, unknown>;
  readonly api: ApiDesk;
  readonly random: IndexedStream;
  readonly series: SeriesSource;
  readonly noteFieldRead?: (name: string) => void;
  /** Names of the metrics that were read, and `metrics` and `perInstance` for all of them. */
  readonly metricsRead = new Set<string>();

  constructor(options: ServicePolicyHostOptions) {
    this.#options = options;
    const { feeds, telemetry, place } = options;
    this.random = options.random;
    this.workerId = place.workerId;
    this.workerCount = place.workerCount;
    this.sharedData = place.sharedData;
    const byFeed = new Map(feeds.map((feed) => [feed.name, telemetry.viewOf([feed])]));
    this.#views = { whole: telemetry.viewOf(feeds), byFeed };
    const members: MemberList[] = [];
    for (const { index, fleet } of options.services) members[index] = new MemberList(fleet, options.table);
    this.#members = members;
    this.serviceNames = options.services.map(({ name }) => name);
    this.apiLatencySeconds = options.cloud.latencySeconds;
    const backend = new CloudBackend({
      ...options,
      nowSeconds: () => this.nowSeconds(),
      scale: (service, decision) => this.#scale(service, decision),
      metric: (service, name) => {
        const observation = this.observe(service);
        return observation.metricsFailed === true ? 'failed' : observation.metrics[name];
      },
    });
    this.api = new ApiDesk(options.api, backend);
    this.series = seriesOf(options, this.#views.whole);
    const { touches } = options;
    if (touches !== undefined) this.noteFieldRead = (name) => touches.metric(name);
  }

  get startSeconds(): number {
    return this.#options.startSeconds;
  }

  get env(): Readonly<Record<string, string>> {
    return this.#options.env;
  }

  nowSeconds(): number {
    return this.#options.nowSeconds();
  }

  noteMetricRead(name: string): void {
    this.metricsRead.add(name);
    this.#options.touches?.metric(name);
  }

  noteRequest(method: string, url: string): void {
    this.#options.touches?.request(method, url);
  }

  log(text: string): void {
    const { log, together, place } = this.#options;
    const who = together === undefined ? {} : { controller: place.index };
    log.add({ timeSeconds: this.nowSeconds(), service: this.serviceNames[0], ...who, text });
  }

  act(decision: Decision, serviceName?: string): ActionAnswer {
    const service = this.#service(serviceName);
    if (decision.weights !== undefined) this.#send(service, decision.weights);
    const entry = this.#scale(service, decision);
    return { result: entry.result, desired: entry.applied };
  }

  #send({ name, index }: HostedService, weights: NonNullable<Decision['weights']>): void {
    const { routeWeights } = this.#options;
    const wrong =
      routeWeights === undefined ? `no request class goes to a route of \`ai\`` : routeWeights.send(index, weights);
    if (wrong === undefined) return;
    const timeSeconds = this.nowSeconds();
    const text = `${name}: at virtual time ${timeSeconds} s the returned weights cannot be given: ${wrong}`;
    throw new PolicyFault(text, { kind: 'value', timeSeconds });
  }

  #scale(
    { name, index, decisions }: HostedService,
    decision: ScalingDecision & Pick<Decision, 'weights'>,
  ): DecisionEntry {
    const { cloud, together, place } = this.#options;
    const scaled = cloud.scale(index, decision);
    const entry = decision.weights === undefined ? scaled : { ...scaled, weights: decision.weights };
    this.#rejectExcess(name, entry);
    together?.note(entry, place.index);
    decisions.record(together === undefined ? entry : { ...entry, controller: place.index });
    const by = entry.result === 'accepted' ? undefined : entry.held?.by;
    const { timeSeconds: time, applied: desired, result } = entry;
    this.#lastActions.set(name, { time, desired, result, ...(by === undefined ? {} : { by }) });
    return entry;
  }

  /** Ends the run before the launches: in an event of its own, for the policy could catch what is thrown while it is at work. */
  #rejectExcess(service: string, entry: DecisionEntry): void {
    const { memoryBytes, calendar } = this.#options;
    if (entry.applied * bytesOf.instance <= memoryBytes) return;
    calendar.at(entry.timeSeconds, rank.fault, () => {
      throw tooManyInstances(service, entry, memoryBytes);
    });
  }

  observe(serviceName?: string): Observation {
    const service = this.#service(serviceName);
    const { fleet, bounds, nodes } = service;
    const { contexts, startSeconds } = this.#options;
    return new LiveObservation({
      host: this,
      service,
      instances: {
        desired: fleet.desired,
        ready: fleet.readyCount,
        pending: fleet.pendingCount,
        starting: fleet.startingCount,
        draining: fleet.drainingCount,
        failed: fleet.failedCount,
        min: bounds.minCount,
        max: bounds.maxCount,
      },
      nodes: nodes && { ready: nodes.pool.readyCount, provisioning: nodes.pool.provisioningCount },
      members: this.#members[service.index].present(),
      moment: this.#views.whole.now(),
      startSeconds,
      contexts,
      lastAction: this.#lastActions.get(service.name),
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

/** The policy's own view, as the metrics server that PromQL asks. */
function seriesOf({ services, startSeconds, nowSeconds }: ServicePolicyHostOptions, view: MetricsView): SeriesSource {
  return {
    services: services.map(({ name, index, metered }) => ({ name, index, metered })),
    startSeconds,
    nowSeconds,
    get hasFailed() {
      return view.now().hasFailed;
    },
    lookbackSeconds: (metric) => view.lookbackSeconds(metric),
    track: (metric, sinceSeconds) => view.track(metric, sinceSeconds),
  };
}
