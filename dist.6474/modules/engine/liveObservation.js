import { parseDuration } from '../base/duration.js';
import { invariant } from '../base/invariant.js';
import { PolicyFault } from '../policy/policy.js';
/**
 * An observation of one instant; metrics, instances and history are built when read, and always as they were then, also
 * for a policy that keeps it. Whatever is done to it changes neither the simulation nor another observation.
 */
export class LiveObservation {
    time;
    epochSeconds;
    service;
    instances;
    lastAction;
    context;
    resources;
    metricsFailed;
    #scene;
    #metrics;
    #perInstance;
    constructor(scene) {
        const { service, instances, moment, startSeconds, environment, lastAction } = scene;
        this.#scene = scene;
        this.time = moment.seconds;
        this.epochSeconds = startSeconds + moment.seconds;
        this.service = service.name;
        this.instances = { ...instances };
        if (lastAction !== undefined)
            this.lastAction = { ...lastAction };
        this.resources = { ...service.resources };
        this.context = environment === undefined ? {} : { environment };
        this.metricsFailed = moment.hasFailed;
    }
    get metrics() {
        const { host, view, service, moment } = this.#scene;
        host.noteMetricRead('metrics');
        this.#metrics ??= view.readings(service.index, moment);
        return this.#metrics;
    }
    through(feedName) {
        const view = this.#scene.views.byFeed.get(feedName);
        invariant(view !== undefined, `the policy has no feed "${feedName}"`);
        return new LiveObservation({ ...this.#scene, view });
    }
    get perInstance() {
        this.#scene.host.noteMetricRead('perInstance');
        this.#perInstance ??= this.#listInstances();
        return this.#perInstance;
    }
    #listInstances() {
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
    history(name, span) {
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
