import { buildSpeed } from '../fleet/speeds/index.js';
import { buildDistribution } from '../random/distributions/index.js';
import { mmcLatencyTail } from '../stats/queueing.js';
/** Share of an instance's capacity that "needed" counts on: the rest is for chance (docs/measures.md). */
const TARGET_SHARE = 0.8;
/** Mean demands of a request class. */
export function meanDemandOf(settings) {
    return {
        cpuSeconds: settings.cpu === undefined ? 0 : buildDistribution(settings.cpu).meanSeconds,
        ioSeconds: settings.io === undefined ? 0 : buildDistribution(settings.io).meanSeconds,
    };
}
/** Requests a second one instance can serve: min((vcpus - baseCpu) / E[cpu], concurrency / (E[cpu] + E[io])). */
export function capacityPerSecond(service, demand) {
    return capacityAt(fastestOf(service), service, demand);
}
function capacityAt(fastest, { instance }, demand) {
    const { concurrency = Number.POSITIVE_INFINITY } = instance;
    const total = demand.cpuSeconds + demand.ioSeconds;
    const bySlots = total === 0 ? Number.POSITIVE_INFINITY : concurrency / total;
    return demand.cpuSeconds === 0 ? bySlots : Math.min(fastest / demand.cpuSeconds, bySlots);
}
/** The highest total speed an instance reaches with what fits into it, vCPUs. */
export function fastestOf({ instance }) {
    const { vcpus, speed, concurrency = Infinity, baseCpu = 0 } = instance;
    const room = vcpus - baseCpu;
    if (speed === undefined)
        return room;
    const curve = buildSpeed(speed, { vcpus });
    const share = (running) => Math.min(running, room) / Math.min(running, vcpus);
    return fastestSpeed({ at: (running) => curve.at(running) * share(running) }, concurrency);
}
/** Counts up to which a speed curve is searched for its maximum; USL and tables peak far below. */
const SPEED_SEARCH = 4096;
function fastestSpeed(speed, concurrency) {
    let fastest = 0;
    for (let running = 1; running <= Math.min(concurrency, SPEED_SEARCH); running++)
        fastest = Math.max(fastest, speed.at(running));
    return fastest;
}
/** Instances a service needs at a rate: 80 % of capacity; Erlang C where only io is used and an slo is set. */
export function neededInstances(scenario, serviceName, load) {
    return neededOf(scenario, serviceName)(load);
}
/** Results of the Erlang search that are kept; the rates of a trace repeat. */
const ERLANG_MEMO_LIMIT = 10_000;
/** `neededInstances` for many loads of one service: what does not depend on the load is worked out once. */
export function neededOf(scenario, serviceName) {
    const service = scenario.services[serviceName];
    const { min } = service.scaling;
    const { concurrency } = service.instance;
    const fastest = fastestOf(service);
    const known = new Map();
    return ({ ratePerSecond, demand }) => {
        const capacity = capacityAt(fastest, service, demand);
        if (ratePerSecond <= 0 || capacity === Number.POSITIVE_INFINITY)
            return min;
        if (demand.cpuSeconds > 0 || scenario.slo === undefined || concurrency === undefined) {
            // 1e-9 keeps a load of exactly n instances, blurred by rounding, from needing n + 1.
            return Math.max(min, Math.ceil(ratePerSecond / (TARGET_SHARE * capacity) - 1e-9));
        }
        const key = `${ratePerSecond}/${demand.ioSeconds}`;
        const found = known.get(key);
        if (found !== undefined)
            return found;
        const question = { ratePerSecond, demandMeanSeconds: demand.ioSeconds, concurrency, slo: scenario.slo };
        const needed = Math.max(min, leastByErlang(question));
        if (known.size < ERLANG_MEMO_LIMIT)
            known.set(key, needed);
        return needed;
    };
}
/** In words, for the notes of a result, how many instances a service was taken to need. */
export function demandCurveText(scenario, serviceName, demands) {
    const service = scenario.services[serviceName];
    const usesErlang = demands.every(({ cpuSeconds }) => cpuSeconds === 0) &&
        scenario.slo !== undefined &&
        service.instance.concurrency !== undefined;
    if (usesErlang) {
        return `${serviceName} needs the least n >= ${service.scaling.min} with which M/M/c keeps the SLO (Erlang C, c = n x ${service.instance.concurrency} slots).`;
    }
    const capacities = [...new Set(demands.map((demand) => capacityPerSecond(service, demand)))].sort((a, b) => a - b);
    const numbers = capacities.map((capacity) => Number(capacity.toPrecision(4)));
    const mix = numbers.length > 1 ? ', by the present mix of classes' : '';
    const range = numbers.length > 1 ? `${numbers[0]} to ${numbers[numbers.length - 1]}` : `${numbers[0]}`;
    if (!Number.isFinite(capacities[0] ?? Infinity))
        return `${serviceName} needs ${service.scaling.min}, whatever the rate: an instance has no limit.`;
    return `${serviceName} needs max(${service.scaling.min}, ceil(rate / (${TARGET_SHARE} x ${range}/s)))${mix}.`;
}
/** Instances beyond which the search gives up: the SLO is below the demand itself. */
const ERLANG_SPARE = 1000;
/** Least n with P(latency > SLO) <= 1 - objective for n x concurrency exponential servers. */
function leastByErlang({ ratePerSecond, demandMeanSeconds, concurrency, slo }) {
    const load = ratePerSecond * demandMeanSeconds;
    const first = Math.floor(load / concurrency) + 1;
    // Even alone a request is too late too often: no number of instances helps, so the share of capacity decides.
    const isHopeless = Math.exp(-slo.latency / demandMeanSeconds) > 1 - slo.objective;
    if (isHopeless)
        return Math.ceil(load / (TARGET_SHARE * concurrency));
    for (let count = first; count < first + ERLANG_SPARE; count++) {
        const queue = { serverCount: count * concurrency, ratePerSecond, demandMeanSeconds };
        if (load < queue.serverCount && mmcLatencyTail(queue, slo.latency) <= 1 - slo.objective)
            return count;
    }
    return Math.ceil(load / (TARGET_SHARE * concurrency));
}
