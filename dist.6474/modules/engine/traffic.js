import { RequestSampler } from '../traffic/requestSampler.js';
import { buildSource } from '../traffic/sources/index.js';
import { openTrace } from '../traffic/trace/openTrace.js';
/** Opens the sources of a run. */
export function buildTraffic({ scenario, scenarioFolder }, streams) {
    const entries = Object.entries(scenario.traffic);
    const priorities = [...new Set(Object.values(scenario.requests).map(({ priority }) => priority))].sort((a, b) => b - a);
    const serviceNames = Object.keys(scenario.services);
    const classNames = entries.map(([, settings]) => settings.request ?? Object.keys(scenario.requests)[0]);
    const sources = entries.map(([name, settings]) => buildSource(settings, {
        durationSeconds: scenario.duration,
        stream: (purpose) => streams.open(`source ${name}`, purpose),
        indexedStream: (purpose) => streams.openIndexed(`source ${name}`, purpose),
        openFile: (path) => openTrace(scenarioFolder, path),
    }));
    return {
        sourceNames: entries.map(([name]) => name),
        classNames,
        sources,
        samplers: entries.map(([name], index) => new RequestSampler(scenario.requests[classNames[index]], {
            stream: (purpose) => streams.open(`source ${name}`, purpose),
            indexedStream: (purpose) => streams.openIndexed(`source ${name}`, purpose),
        }, { drawsErrors: scenario.faults.some(({ kind }) => kind === 'errors') })),
        profiles: classNames.map((className, index) => ({
            ...profileOf(scenario.requests[className], serviceNames, priorities),
            hasClients: sources[index].kind === 'closed' || sources[index].vuPool !== undefined,
        })),
        levelCount: Math.max(1, priorities.length),
    };
}
function profileOf(settings, serviceNames, priorities) {
    const weights = typeof settings.route === 'string' ? { [settings.route]: 1 } : settings.route;
    const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    let cumulative = 0;
    const routes = Object.entries(weights)
        .filter(([, weight]) => weight > 0)
        .map(([name, weight]) => {
        cumulative += weight / total;
        return { service: serviceNames.indexOf(name), cumulativeShare: cumulative };
    });
    return {
        memoryBytes: settings.memory,
        networkBytes: settings.requestBytes + settings.responseBytes,
        errorRate: settings.errorRate,
        level: priorities.indexOf(settings.priority),
        routes,
    };
}
