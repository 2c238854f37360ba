/** The running simulation as the provider's API shows it. */
export class CloudBackend {
    #options;
    serviceNames;
    constructor(options) {
        this.#options = options;
        this.serviceNames = options.services.map(({ name }) => name);
    }
    get startSeconds() {
        return this.#options.startSeconds;
    }
    get latencySeconds() {
        return this.#options.cloud.latencySeconds;
    }
    nowSeconds() {
        return this.#options.nowSeconds();
    }
    counts(service) {
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
    launchCount(service) {
        return this.#service(service).fleet.launchCount;
    }
    instances(service, agoSeconds) {
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
        const gone = agoSeconds === 0 ? [] : stopped.after(index, seconds);
        return [...alive, ...gone]
            .filter(({ launchedSeconds }) => launchedSeconds <= seconds)
            .map((life) => listedAt(seconds, life))
            .sort((a, b) => a.launchNumber - b.launchNumber);
    }
    read() {
        return this.#options.cloud.read();
    }
    scale(service, change) {
        const entry = this.#options.scale(this.#service(service), { ...change, isRequest: true });
        return { result: entry.result, before: entry.before, desired: entry.applied, by: entry.held?.by };
    }
    metric(service, name) {
        return this.#options.metric(service, name);
    }
    #service(name) {
        const { services } = this.#options;
        return services.find((service) => service.name === name) ?? services[0];
    }
}
/** NaN compares as false, so what has not come is not past. */
function listedAt(seconds, life) {
    const { launchNumber, zone, launchedSeconds, readySeconds, drainSeconds } = life;
    const isReady = readySeconds <= seconds;
    const state = drainSeconds <= seconds ? 'draining' : isReady ? 'ready' : 'starting';
    return { launchNumber, zone, state, launchedSeconds, readySeconds: isReady ? readySeconds : undefined };
}
