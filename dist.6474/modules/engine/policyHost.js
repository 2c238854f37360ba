import { ApiDesk } from '../cloud/api/apiDesk.js';
import { rank } from '../kernel/rank.js';
import { PolicyFault } from '../policy/policy.js';
import { CloudBackend } from './cloudBackend.js';
import { bytesOf } from './limits/bytesOf.js';
import { tooManyInstances } from './limits/runEnd.js';
import { LiveObservation } from './liveObservation.js';
import { MemberList } from './memberList.js';
/** One policy's view of the world and its only hand in it. */
export class ServicePolicyHost {
    #options;
    #lastActions = new Map();
    #views;
    /** [service] */
    #members;
    serviceNames;
    apiLatencySeconds;
    workerId;
    workerCount;
    sharedData;
    api;
    random;
    series;
    noteFieldRead;
    hasReadMetric = false;
    constructor(options) {
        this.#options = options;
        const { feeds, telemetry, place } = options;
        this.random = options.random;
        this.workerId = place.workerId;
        this.workerCount = place.workerCount;
        this.sharedData = place.sharedData;
        const byFeed = new Map(feeds.map((feed) => [feed.name, telemetry.viewOf([feed])]));
        this.#views = { whole: telemetry.viewOf(feeds), byFeed };
        const members = [];
        for (const { index, fleet } of options.services)
            members[index] = new MemberList(fleet, options.table);
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
        if (touches !== undefined)
            this.noteFieldRead = (name) => touches.metric(name);
    }
    get startSeconds() {
        return this.#options.startSeconds;
    }
    get env() {
        return this.#options.env;
    }
    nowSeconds() {
        return this.#options.nowSeconds();
    }
    noteMetricRead(name) {
        this.hasReadMetric = true;
        this.#options.touches?.metric(name);
    }
    noteRequest(method, url) {
        this.#options.touches?.request(method, url);
    }
    log(text) {
        const { log, together, place } = this.#options;
        const who = together === undefined ? {} : { controller: place.index };
        log.add({ timeSeconds: this.nowSeconds(), service: this.serviceNames[0], ...who, text });
    }
    act(decision, serviceName) {
        const entry = this.#scale(this.#service(serviceName), decision);
        return { result: entry.result, desired: entry.applied };
    }
    #scale({ name, index, decisions }, decision) {
        const { cloud, together, place } = this.#options;
        const entry = cloud.scale(index, decision);
        this.#rejectExcess(name, entry);
        together?.note(entry, place.index);
        decisions.record(together === undefined ? entry : { ...entry, controller: place.index });
        this.#lastActions.set(name, { time: entry.timeSeconds, desired: entry.applied, result: entry.result });
        return entry;
    }
    /** Ends the run before the launches: in an event of its own, for the policy could catch what is thrown while it is at work. */
    #rejectExcess(service, entry) {
        const { memoryBytes, calendar } = this.#options;
        if (entry.applied * bytesOf.instance <= memoryBytes)
            return;
        calendar.at(entry.timeSeconds, rank.fault, () => {
            throw tooManyInstances(service, entry, memoryBytes);
        });
    }
    observe(serviceName) {
        const service = this.#service(serviceName);
        const { fleet, bounds } = service;
        const { environment, startSeconds } = this.#options;
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
            members: this.#members[service.index].present(),
            moment: this.#views.whole.now(),
            startSeconds,
            environment,
            lastAction: this.#lastActions.get(service.name),
            views: this.#views,
            view: this.#views.whole,
        });
    }
    #service(name) {
        const { services } = this.#options;
        const service = name === undefined ? services[0] : services.find((candidate) => candidate.name === name);
        if (service !== undefined)
            return service;
        throw new PolicyFault(`there is no service "${name}"; known: ${this.serviceNames.join(', ')}`, {
            kind: 'runtime',
            timeSeconds: this.nowSeconds(),
        });
    }
}
/** The policy's own view, as the metrics server that PromQL asks. */
function seriesOf({ services, startSeconds, nowSeconds }, view) {
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
