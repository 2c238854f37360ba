/** The provider behind a recording: it shows what was recorded, takes every decision and never fails. */
export class RecordedBackend {
    #host;
    constructor(host) {
        this.#host = host;
    }
    get serviceNames() {
        return this.#host.serviceNames;
    }
    get startSeconds() {
        return this.#host.startSeconds ?? 0;
    }
    get latencySeconds() {
        return this.#host.apiLatencySeconds;
    }
    nowSeconds() {
        return this.#host.nowSeconds();
    }
    counts(service) {
        return this.#observe(service).instances;
    }
    launchCount(service) {
        return Math.max(0, ...this.instances(service).map(({ launchNumber }) => launchNumber + 1));
    }
    /** As they are: a recording of fleets does not go back. */
    instances(service) {
        return this.#observe(service).perInstance.flatMap(listed);
    }
    read() {
        return undefined;
    }
    scale(service, { desired, reason }) {
        const before = this.#observe(service).instances.desired;
        const answer = this.#host.act({ desired, reason }, service);
        const by = answer.result === 'clamped' ? 'scaling.max' : undefined;
        return { result: answer.result, before, desired: answer.desired, by };
    }
    metric(service, name) {
        const { metrics, metricsFailed } = this.#observe(service);
        return metricsFailed === true ? 'failed' : metrics[name];
    }
    #observe(service) {
        return this.#host.observe(service);
    }
}
/** Its number stands at the end of its name: `web-4`. */
function listed({ id, phase, startedAt, readyAt }) {
    if (phase === 'pending')
        return [];
    const launchNumber = Number(/\d+$/.exec(id)?.[0] ?? 0);
    return [{ launchNumber, zone: 0, state: phase, launchedSeconds: startedAt, readySeconds: readyAt }];
}
