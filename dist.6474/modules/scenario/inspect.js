import { buildSource } from '../traffic/sources/index.js';
import { scanTrace } from '../traffic/sources/trace.js';
import { capacityPerSecond, meanDemandOf, neededInstances } from './demandCurve.js';
import { encodeScenario } from './encodeScenario.js';
import { estimateContext } from './estimateContext.js';
import { expectedArrivals } from './expectedArrivals.js';
import { routeShare } from './routeShare.js';
import { warmStartOf } from './warmStart.js';
/** The resolved form of a scenario, loadable again, and its estimates. */
export function inspectScenario({ scenario, folder }) {
    return { resolved: encodeScenario(scenario), estimates: estimate(scenario, folder) };
}
/** Points at which a curve is looked at for its peak. */
const PEAK_POINTS = 5000;
function estimate(scenario, folder) {
    const context = estimateContext(scenario, folder);
    const peakRatePerSecond = {};
    const traces = {};
    for (const [name, settings] of Object.entries(scenario.traffic)) {
        if (settings.executor === 'trace') {
            const scan = scanTrace(settings, context);
            traces[name] = { rows: scan.rowCount, gaps: scan.gapCount, step_s: scan.stepSeconds };
        }
        const source = buildSource(settings, context);
        const rate = source.kind === 'open' ? source.rate : undefined;
        peakRatePerSecond[name] = rate === undefined ? null : peakOf(rate.at, scenario.duration);
    }
    return {
        expectedArrivals: expectedArrivals(scenario, folder),
        peakRatePerSecond,
        meanDemandMs: Object.fromEntries(Object.entries(scenario.requests).map(([name, settings]) => {
            const { cpuSeconds, ioSeconds } = meanDemandOf(settings);
            return [name, { cpu: round(cpuSeconds * 1e3), io: round(ioSeconds * 1e3) }];
        })),
        services: Object.fromEntries(Object.keys(scenario.services).map((name) => [
            name,
            serviceEstimate({ scenario, folder, name }, peakRatePerSecond),
        ])),
        traces,
    };
}
function serviceEstimate({ scenario, folder, name }, peaks) {
    const { initial, min } = scenario.services[name].scaling;
    const startsWith = initial === 'needed' ? warmStartOf(scenario, name, folder).count : initial;
    let ratePerSecond = 0;
    let cpuSeconds = 0;
    let ioSeconds = 0;
    for (const [source, { request }] of Object.entries(scenario.traffic)) {
        const settings = scenario.requests[request ?? ''];
        const weight = routeShare(settings.route, name);
        if (weight === 0)
            continue;
        const peak = peaks[source];
        if (peak === null)
            return { capacityPerInstance: capacityOf(scenario, name, settings), startsWith, neededAtPeak: null };
        const demand = meanDemandOf(settings);
        ratePerSecond += peak * weight;
        cpuSeconds += peak * weight * demand.cpuSeconds;
        ioSeconds += peak * weight * demand.ioSeconds;
    }
    if (ratePerSecond === 0)
        return { capacityPerInstance: null, startsWith, neededAtPeak: min };
    const demand = { cpuSeconds: cpuSeconds / ratePerSecond, ioSeconds: ioSeconds / ratePerSecond };
    const capacity = capacityPerSecond(scenario.services[name], demand);
    return {
        capacityPerInstance: Number.isFinite(capacity) ? round(capacity) : null,
        startsWith,
        neededAtPeak: neededInstances(scenario, name, { ratePerSecond, demand }),
    };
}
function capacityOf(scenario, name, settings) {
    const capacity = capacityPerSecond(scenario.services[name], meanDemandOf(settings));
    return Number.isFinite(capacity) ? round(capacity) : null;
}
function peakOf(rateAt, durationSeconds) {
    let peak = 0;
    for (let point = 0; point < PEAK_POINTS; point++)
        peak = Math.max(peak, rateAt(((point + 0.5) * durationSeconds) / PEAK_POINTS));
    return round(peak);
}
function round(value) {
    return Number(value.toPrecision(6));
}
