import { parseDuration } from '../base/duration.js';
import { invariant } from '../base/invariant.js';
import type { ContextTimeline } from '../policy/context/contextTimeline.js';
import type {
  InstanceCounts,
  InstanceObservation,
  LastAction,
  MetricValues,
  Observation,
} from '../policy/observation.js';
import { PolicyFault, type PolicyHost } from '../policy/policy.js';
import type { MetricsView, Moment } from '../telemetry/metricsView.js';
import type { HostedService } from './hostedService.js';
import type { Member } from './memberList.js';

/** What the policy sees in all, and by each of its feeds. */
export interface Views {
  readonly whole: MetricsView;
  readonly byFeed: ReadonlyMap<string, MetricsView>;
}

interface LiveScene {
  readonly host: Pick<Required<PolicyHost>, 'nowSeconds' | 'noteMetricRead'>;
  readonly service: HostedService;
  readonly instances: InstanceCounts;
  readonly nodes: Observation['nodes'];
  readonly members: readonly Member[];
  readonly moment: Moment;
  readonly startSeconds: number;
  readonly contexts: ContextTimeline;
  readonly lastAction: LastAction | undefined;
  readonly views: Views;
  readonly view: MetricsView;
}

/**
 * An observation of one instant; metrics, instances and history are built when read, and always as they were then, also
 * for a policy that keeps it. Whatever is done to it changes neither the simulation nor another observation.
 */
export class LiveObservation implements Observation {
  readonly time: number;
  readonly epochSeconds: number;
  readonly service: string;
  readonly instances: InstanceCounts;
  readonly lastAction?: LastAction;
  readonly context: Observation['context'];
  readonly resources: Observation['resources'];
  readonly metricsFailed: boolean;
  readonly nodes?: NonNullable<Observation['nodes']>;
  readonly #scene: LiveScene;
  #metrics: MetricValues | undefined;
  #perInstance: InstanceObservation[] | undefined;

  constructor(scene: LiveScene) {
    const { service, instances, moment, startSeconds, contexts, lastAction } = scene;
    this.#scene = scene;
    this.time = moment.seconds;
    this.epochSeconds = startSeconds + moment.seconds;
    this.service = service.name;
    this.instances = { ...instances };
    if (lastAction !== undefined) this.lastAction = { ...lastAction };
    this.resources = { ...service.resources };
    if (scene.nodes !== undefined) this.nodes = { ...scene.nodes };
    this.context = contexts.at(moment.seconds);
    this.metricsFailed = moment.hasFailed;
  }

  get metrics(): MetricValues {
    const { host, view, service, moment } = this.#scene;
    host.noteMetricRead('metrics');
    this.#metrics ??= view.readings(service.index, moment);
    return this.#metrics;
  }

  through(feedName: string): Observation {
    const view = this.#scene.views.byFeed.get(feedName);
    invariant(view !== undefined, `the policy has no feed "${feedName}"`);
    return new LiveObservation({ ...this.#scene, view });
  }

  get perInstance(): InstanceObservation[] {
    this.#scene.host.noteMetricRead('perInstance');
    this.#perInstance ??= this.#listInstances();
    return this.#perInstance;
  }

  #listInstances(): InstanceObservation[] {
    const { host, view, service, members, moment } = this.#scene;
    if (host.nowSeconds() > moment.seconds && !view.keepsInstances(moment)) {
      const what = `perInstance of the observation of ${moment.seconds} s is no longer kept`;
      throw new PolicyFault(`${what}: read it in an earlier decision and keep the list`, {
        kind: 'runtime',
        timeSeconds: host.nowSeconds(),
      });
    }
    return members.map((member) => {
      const { instance: _, serial: __, launchNumber, ...dates } = member;
      const metrics = view.instanceReadings(service.index, member, moment);
      return { id: `${service.name}-${launchNumber}`, ...dates, metrics };
    });
  }

  history(name: string, span: string): [number, number][] {
    const { host, view, service, moment } = this.#scene;
    host.noteMetricRead(name);
    const spanSeconds = parseDuration(span);
    if (spanSeconds === undefined || spanSeconds < 0) {
      throw new PolicyFault(`history("${name}", "${span}"): "${span}" is not a duration such as "5m"`, {
        kind: 'runtime',
        timeSeconds: this.time,
      });
    }
    return view.history(service.index, name, { spanSeconds, moment });
  }
}
