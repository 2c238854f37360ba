import { chooseManifest } from '../platforms/chooseManifest.js';
import { readManifests } from '../platforms/readManifestSet.js';
import { defaultFeed } from '../telemetry/feed.js';
import { feedSentences } from '../telemetry/feedWords.js';
/** How late metrics will be, before anything runs. @throws ProblemError for a manifest that cannot be read */
export function latenessOf({ services, telemetry }, candidates) {
    const scaled = Object.entries(services).filter(([, { scaling }]) => scaling.policy !== 'none' && scaling.perRequest === undefined);
    return Object.fromEntries(scaled.map(([serviceName]) => {
        const told = candidates.flatMap(({ name, bindings }) => {
            const feeds = feedsOf(bindings[serviceName] ?? bindings['*'], serviceName);
            return feeds.length === 0 ? [] : [[name, feeds.flatMap((feed) => feedSentences(feed, telemetry))]];
        });
        return [serviceName, Object.fromEntries(told)];
    }));
}
function feedsOf(spec, serviceName) {
    if (spec === undefined || spec.kind === 'none' || spec.kind === 'static' || spec.kind === 'oracle')
        return [];
    if (spec.kind !== 'manifest')
        return [defaultFeed];
    const { code, path, params, metricNames } = spec;
    const found = readManifests({ text: code, file: path, params, metricNames });
    return chooseManifest(found, serviceName, path).manifest.feeds;
}
