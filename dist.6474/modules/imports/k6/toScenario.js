import { formatDuration, parseDuration } from '../../base/duration.js';
import { takeThresholds } from './takeThresholds.js';
const serviceName = 'web';
// Placeholders in the middle of what web services have; every one is listed under `assumptions` as a guess.
const guessed = { cpu: { exponential: { mean: '20ms' } }, io: '30ms', think: '1s', startup: '30s' };
/** Turns the load of a k6 script into a scenario: traffic 1:1, the rest placeholders. */
export function toScenario(load, name) {
    const { scenarios, exported } = load;
    const classes = classesOf(scenarios, exported);
    const classNames = [...new Set(Object.values(classes))];
    const { thresholds, notes } = takeThresholds(load.thresholds, { scenarios, classes, services: [serviceName] });
    const traffic = mapEntries(scenarios, (source, fields) => trafficSource(fields, {
        request: classes[source],
        exported: exported[source] ?? {},
        isOnly: classNames.length === 1,
    }));
    const input = {
        name,
        duration: formatDuration(Math.max(...Object.values(scenarios).map(endSeconds))),
        traffic,
        requests: Object.fromEntries(classNames.map((one) => [one, { route: serviceName, cpu: guessed.cpu, io: guessed.io }])),
        services: {
            [serviceName]: {
                instance: { vcpus: 1, concurrency: 64, startup: guessed.startup },
                scaling: { min: 1, max: 20 },
            },
        },
        assumptions: assumptions(traffic, exported, classNames),
        ...(Object.keys(thresholds).length === 0 ? {} : { thresholds }),
    };
    // safe: the importer parses the draft with the scenario's schema before anyone sees it.
    return { input: input, classes, notes };
}
/** The class of a source is its function; what a name may not have becomes `_`. */
function classesOf(scenarios, exported) {
    return mapEntries(scenarios, (source, { exec = 'default' }) => (exported[source]?.request ?? exec).replace(/[^0-9a-zA-Z_-]/g, '_'));
}
const isOpen = ({ executor }) => executor.endsWith('-arrival-rate');
function trafficSource(fields, { request, exported, isOnly }) {
    const { options: _browser, ...kept } = fields;
    const own = isOpen(fields) ? { arrivals: exported.arrivals ?? 'even' } : { think: exported.think ?? guessed.think };
    const pool = exported.vuLimit === 'none' ? { preAllocatedVUs: undefined, maxVUs: undefined } : {};
    const all = { ...kept, ...pool, ...own, ...(isOnly ? {} : { request }) };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
/** When k6 starts no more iterations of a scenario, seconds. */
function endSeconds(fields) {
    const seconds = (text) => parseDuration(text) ?? 0;
    const start = seconds(fields.startTime ?? '0s');
    if ('stages' in fields)
        return fields.stages.reduce((sum, { duration }) => sum + seconds(duration), start);
    if ('duration' in fields)
        return start + seconds(fields.duration);
    // k6's default maxDuration.
    return start + seconds(fields.maxDuration ?? '10m');
}
function assumptions(traffic, exported, classNames) {
    const guess = (path, from) => ({ path, basis: 'guess', from });
    const thinking = Object.keys(traffic).filter((name) => 'think' in traffic[name] && exported[name]?.think === undefined);
    return [
        ...classNames.flatMap((name) => [
            guess(`requests.${name}.cpu`, 'placeholder; see a profile'),
            guess(`requests.${name}.io`, 'placeholder; the rest of an idle latency'),
        ]),
        ...thinking.map((name) => guess(`traffic.${name}.think`, 'placeholder; the sleep() of the script')),
        guess(`services.${serviceName}.instance.startup`, 'placeholder; see the events of a deployment'),
    ];
}
function mapEntries(map, change) {
    return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(key, value)]));
}
