import { formatDuration } from '../../base/duration.js';
import { defaultTiming } from '../../telemetry/feed.js';
import { metricNames } from '../../telemetry/metrics.js';
import { resourceFeed } from '../kubernetesHpa/hpaFeeds.js';
import { latenessSentences } from '../latenessSentences.js';
import { checkService } from './checkService.js';
import { composeHpa } from './composeHpa.js';
import { explainScaledObject } from './explainScaledObject.js';
import { kedaPolicy } from './kedaPolicy.js';
import { allLints } from './lint/allLints.js';
import { queryFacts } from './promql.js';
import { readScaledObject } from './readScaledObject.js';
import { externalTriggers } from './scaledObject.js';
import { labelOf } from './trigger.js';
import { mappingNames } from './triggers/readResult.js';
import { triggerTargets } from './triggerTargets.js';
/** A ScaledObject as a manifest that can run. @throws ProblemError */
export function scaledObjectManifest(source, options) {
    const { settings, spec, warnings } = readScaledObject(source, options);
    const hpa = composeHpa(settings, source);
    const feeds = kedaFeeds(settings);
    const context = { settings, spec, source, service: undefined };
    return {
        name: settings.name,
        target: settings.targetName,
        targets: triggerTargets(settings),
        metricNames: externalTriggers(settings).flatMap((trigger) => trigger.source.from === 'schedule' ? [] : mappingNames(spec.triggers[trigger.index], trigger)),
        recordable: externalTriggers(settings).flatMap((trigger) => recordableOf(trigger, spec.triggers[trigger.index])),
        bounds: { minCount: settings.rules.idleCount ?? settings.rules.minCount, maxCount: settings.maxCount },
        hasBounds: true,
        warnings: [...warnings, ...hpa.warnings],
        definition: kedaPolicy(settings, hpa.definition),
        feeds,
        shares: hpa.shares,
        check: (service) => checkService(context, service),
        explain: () => [...explainScaledObject(settings), ...latenessSentences(feeds)],
        lint: (service) => [...allLints({ ...context, service }), ...hpa.lint(service)],
    };
}
function recordableOf(trigger, spec) {
    const { source, metricName } = trigger;
    if (source.from === 'schedule')
        return [];
    // Its type names it too, where nothing else has that type; a series is never called so.
    const names = mappingNames(spec, trigger).filter((name) => name !== spec.type);
    return [{ label: labelOf(trigger), names, feed: metricName, query: source.query, metric: source.metric }];
}
/**
 * How the metrics of a ScaledObject come: cpu and memory as in any HPA, every other trigger by itself.
 *
 * A PromQL rate covers the span in its brackets (`irate` the last two scrapes), so two triggers may read one metric over two
 * spans. Each feed has the name of its trigger's metric.
 */
function kedaFeeds({ triggers }) {
    const resources = triggers.flatMap((trigger) => (trigger.kind === 'resource' ? [trigger.type] : []));
    return [
        ...triggers.flatMap((trigger) => (trigger.kind === 'external' ? triggerFeed(trigger) : [])),
        ...(resources.length === 0 ? [] : [resourceFeed(resources)]),
    ];
}
function triggerFeed({ metricName, source, index }) {
    if (source.from === 'schedule')
        return [];
    const metrics = metricNames.filter((name) => name === source.metric);
    const windowSeconds = source.query === undefined ? undefined : queryFacts(source.query).rateWindowSeconds;
    const timing = { ...defaultTiming, ...(windowSeconds === undefined ? {} : { windowSeconds }) };
    const from = windowSeconds === undefined ? 'the defaults' : `the query of s${index}, [${formatDuration(windowSeconds)}]`;
    return [{ name: metricName, metrics, timing, needsWholeWindow: false, from }];
}
