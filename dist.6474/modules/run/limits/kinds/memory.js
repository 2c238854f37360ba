import { countText, sizeText } from '../../../engine/limits/amounts.js';
import { bytesOf } from '../../../engine/limits/bytesOf.js';
import { warmStartOf } from '../../../scenario/warmStart.js';
import { defaultFeed, pathsOf } from '../../../telemetry/feed.js';
import { isClosedLoop } from '../../../traffic/sources/index.js';
/** What a run holds from its begin: instances, users, histograms, windows of metrics and of the SLO. */
export const memory = {
    code: 'too-much-memory',
    needsTraffic: false,
    parts: (run) => [
        ...instancesOf(run),
        ...usersOf(run.scenario),
        ...recordsOf(run.scenario),
        ...snapshotsOf(run.scenario),
    ],
    allowed: ({ memoryBytes }) => memoryBytes,
    show: (amount) => `${sizeText(amount)} of memory`,
    why: 'A machine that has less would end the program in the middle.',
    advice: 'lower what needs it',
    option: (amount) => `--max-memory ${sizeText(amount)}`,
};
function instancesOf({ scenario, folder, candidates }) {
    return Object.entries(scenario.services).map(([name, { scaling }]) => {
        const fixed = candidates.flatMap(({ bindings }) => {
            const spec = bindings[name] ?? bindings['*'];
            return spec?.kind === 'static' && scaling.policy === undefined ? [Math.min(spec.count, scaling.max)] : [];
        });
        const initial = scaling.initial === 'needed' ? warmStartOf(scenario, name, folder).count : scaling.initial;
        // A policy that decides at all gets no fewer than `min`.
        const count = Math.max(initial, scaling.min, ...fixed);
        const isFixed = count > Math.max(initial, scaling.min);
        const path = isFixed ? '--policy' : `services.${name}.scaling.${initial >= scaling.min ? 'initial' : 'min'}`;
        const text = `${countText(count)} instances of ${name}`;
        return { path, amount: count * bytesOf.instance, text };
    });
}
function usersOf({ traffic }) {
    return Object.entries(traffic).flatMap(([name, source]) => {
        if (!isClosedLoop(source))
            return [];
        const count = 'stages' in source ? Math.max(...source.stages.map(({ target }) => target)) : 'vus' in source ? source.vus : 0;
        const most = Math.max(count, 'startVUs' in source ? source.startVUs : 0);
        return [{ path: `traffic.${name}`, amount: most * bytesOf.user, text: `${countText(most)} users of ${name}` }];
    });
}
/** Histograms of every pair of source and service, and the windows of the SLO. */
function recordsOf({ traffic, services, duration }) {
    const [sourceCount, serviceCount] = [Object.keys(traffic).length, Object.keys(services).length];
    const histogramCount = 3 * sourceCount * serviceCount + 8 * serviceCount;
    const windowCount = (duration / bytesOf.windowSeconds) * serviceCount;
    return [
        {
            path: 'services',
            amount: histogramCount * bytesOf.histogram,
            text: `${countText(histogramCount)} histograms of ${sourceCount} sources and ${serviceCount} services`,
        },
        { path: 'duration', amount: windowCount * bytesOf.window, text: `${countText(windowCount)} minutes of the SLO` },
    ];
}
/** Copies of the counters that a window of metrics looks back on. */
function snapshotsOf({ telemetry, services, duration }) {
    const serviceCount = Object.keys(services).length;
    return pathsOf(defaultFeed, telemetry).map(({ windowSeconds, scrapeSeconds }) => {
        const count = Math.min(windowSeconds, duration) / scrapeSeconds;
        const text = `${countText(count)} scrapes in a window of metrics`;
        return { path: 'telemetry.window', amount: count * serviceCount * bytesOf.snapshot, text };
    });
}
