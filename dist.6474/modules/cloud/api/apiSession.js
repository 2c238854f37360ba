import { isoTime } from '../../base/isoTime.js';
/** As observations name them: `web-3`. */
export const plainIds = {
    write: (service, launchNumber) => `${service}-${launchNumber}`,
    read(id) {
        const [, service, digits] = /^(.+)-(\d{1,9})$/.exec(id) ?? [];
        return service === undefined ? undefined : { service, launchNumber: Number(digits) };
    },
};
/** What one user of the API has done so far: the operations that its requests began. */
export class ApiSession {
    backend;
    #memory = new Map();
    #operations = new Map();
    #operationCount = 0;
    constructor(backend) {
        this.backend = backend;
    }
    /** Date and time of an instant of the run. */
    timeText(seconds) {
        return isoTime(this.backend.startSeconds + seconds);
    }
    get nowText() {
        return this.timeText(this.backend.nowSeconds());
    }
    /** Changes the count of a service, or takes one instance; an operation begins either way. */
    change(service, change) {
        const { backend } = this;
        const firstLaunch = nextLaunchNumber(backend, service);
        const outcome = backend.scale(service, change);
        const grown = Math.max(0, outcome.desired - outcome.before);
        const launches = Array.from({ length: grown }, (_, index) => firstLaunch + index);
        const operation = `op-${++this.#operationCount}`;
        keep(this.#operations, operation, {
            service,
            heardSeconds: backend.nowSeconds() + backend.latencySeconds,
            launches,
            removed: change.instance,
        });
        return { outcome, launches, operation, refusal: refusalOf(outcome) };
    }
    /** For a preset: what it has to know again of its own requests. */
    remember(key, value) {
        keep(this.#memory, key, value);
    }
    recall(key) {
        return this.#memory.get(key);
    }
    /** Whether the cloud has heard of an operation; undefined when there is no such operation. */
    isHeard(id) {
        const operation = this.#operations.get(id);
        return operation && this.backend.nowSeconds() >= operation.heardSeconds;
    }
    /** Whether the instances of an operation are ready, or gone; undefined when there is no such operation. */
    operationStatus(id) {
        const operation = this.#operations.get(id);
        if (operation === undefined)
            return undefined;
        if (this.isHeard(id) === false)
            return 'running';
        const { service, launches, removed } = operation;
        const { backend } = this;
        const listed = new Map(backend.instances(service, 0).map(({ launchNumber, state }) => [launchNumber, state]));
        if (removed !== undefined && listed.has(removed))
            return 'running';
        const isUnderWay = (launch) => isPromised(backend, service, launch) || listed.get(launch) === 'starting';
        return launches.some(isUnderWay) ? 'running' : 'done';
    }
    /** An instance that can still be removed: listed and not draining, or granted and not launched yet. */
    findRemovable(service, launchNumber) {
        const found = this.findInstance(service, launchNumber, 0);
        if (found !== undefined)
            return found.state !== 'draining';
        return isPromised(this.backend, service, launchNumber);
    }
    findInstance(service, launchNumber, agoSeconds) {
        if (!this.backend.serviceNames.includes(service))
            return undefined;
        return this.backend.instances(service, agoSeconds).find((instance) => instance.launchNumber === launchNumber);
    }
}
/** Older ones are forgotten: a policy may ask for a change every second of a year. */
const KEPT_LIMIT = 10_000;
function keep(map, key, value) {
    map.set(key, value);
    if (map.size <= KEPT_LIMIT)
        return;
    for (const oldest of map.keys()) {
        map.delete(oldest);
        break;
    }
}
function nextLaunchNumber(backend, service) {
    return backend.launchCount(service) + backend.counts(service).pending;
}
/** Granted, and not launched yet. */
function isPromised(backend, service, launchNumber) {
    if (!backend.serviceNames.includes(service))
        return false;
    return launchNumber >= backend.launchCount(service) && launchNumber < nextLaunchNumber(backend, service);
}
function refusalOf({ result, by }) {
    if (result === 'throttled')
        return throttled;
    if (result === 'failed')
        return failed;
    if (result !== 'refused')
        return undefined;
    return by === 'cloud.capacity'
        ? { by: 'capacity', code: 503, why: 'the provider is out of capacity' }
        : { by: 'quota', code: 403, why: 'the quota is exceeded' };
}
const throttled = { by: 'rateLimit', code: 429, why: 'the rate limit is exceeded' };
export const failed = { by: 'outage', code: 503, why: 'the API is not available' };
/** Why a request that only reads is turned down. */
export function readRefusal({ backend }) {
    const failure = backend.read();
    if (failure === undefined)
        return undefined;
    return failure === 'throttled' ? throttled : failed;
}
