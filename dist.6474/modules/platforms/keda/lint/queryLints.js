import { defaultTiming } from '../../../telemetry/feed.js';
import { queryFacts } from '../promql.js';
import { externalTriggers } from '../scaledObject.js';
import { labelOf } from '../trigger.js';
import { lintAt, triggerPath } from './context.js';
/** Surprises in queries that are PromQL: SQL, KQL, Graphite and the like are not looked at. */
export function queryLints(context) {
    return externalTriggers(context.settings).flatMap((trigger) => {
        const { source } = trigger;
        if (source.from === 'schedule' || source.query === undefined)
            return [];
        const facts = queryFacts(source.query);
        if (facts.errorAt !== undefined)
            return [brokenLint(context, trigger, { query: source.query, at: facts.errorAt })];
        return [...seriesLints(context, trigger, facts), ...windowLints(context, trigger, facts, source.metric)];
    });
}
function brokenLint(context, trigger, { query, at }) {
    const isTemplate = /\{\{|\$\{|\$\w/.test(query);
    return lintAt(context, 'warning', triggerPath(trigger, 'metadata', 'query'), {
        code: 'query-not-promql',
        what: `${labelOf(trigger)}: at character ${at} the query stops being PromQL`,
        why: isTemplate
            ? 'It looks like a template that has not been filled in.'
            : 'Prometheus answers such a query with an error, so the trigger always fails. (VictoriaMetrics takes more than PromQL.)',
        fix: isTemplate ? 'render it first.' : 'try it in the expression browser of Prometheus.',
    });
}
/** KEDA fails on more than one result; whether there is more than one, only the data can say. */
const causes = {
    metric: {
        level: 'error',
        code: 'query-not-aggregated',
        what: 'the query is not aggregated',
        fix: 'put sum(...), avg(...) or max(...) around it.',
    },
    rate: {
        level: 'error',
        code: 'query-not-aggregated',
        what: 'the query is a rate that is not aggregated',
        fix: 'put sum(...) around it.',
    },
    'matched metric': {
        level: 'warning',
        code: 'query-not-aggregated',
        what: 'the query is not aggregated',
        fix: 'put sum(...), avg(...) or max(...) around it, or be sure that its matchers leave one series.',
    },
    'recording rule': {
        level: 'warning',
        code: 'query-of-a-rule',
        what: 'the query is a recording rule as it is',
        fix: 'be sure that the rule leaves one series, or put sum(...) around it.',
    },
    groups: {
        level: 'warning',
        code: 'query-grouped',
        what: 'the query keeps labels',
        fix: 'drop the grouping, or match one group with =.',
    },
    'first k': {
        level: 'warning',
        code: 'query-first-k',
        what: 'the query keeps the first k series',
        fix: 'use max(...) or min(...).',
    },
    or: {
        level: 'warning',
        code: 'query-or',
        what: 'the labels on the two sides of `or` differ, so it keeps both',
        fix: 'put an aggregation without `by` around the left side, or write `or on () vector(0)`.',
    },
};
function seriesLints(context, trigger, { several, keptLabels }) {
    if (several === undefined)
        return [];
    const { level, code, what, fix } = causes[several];
    const labels = keptLabels.length === 0 ? '' : ` (${keptLabels.join(', ')})`;
    return [
        lintAt(context, level, triggerPath(trigger, 'metadata', 'query'), {
            code,
            what: `${labelOf(trigger)}: ${what}${labels}`,
            why: 'It has one result for each set of labels, and KEDA fails on more than one.',
            fix,
        }),
    ];
}
/** Prometheus scrapes every minute unless told otherwise. Source: prometheus.io, global.scrape_interval. */
const scrapeDefaultSeconds = 60;
/** What the scenario says of the metric, or its default; without a scenario that of Prometheus. */
function scrapeSecondsOf({ service }, metric) {
    if (service === undefined)
        return scrapeDefaultSeconds;
    const { telemetry } = service;
    const own = Object.entries(telemetry.metrics).find(([name]) => name === metric)?.[1];
    return own?.scrape ?? telemetry.scrape ?? defaultTiming.scrapeSeconds;
}
function windowLints(context, trigger, { rateWindowSeconds }, metric) {
    const scrapeSeconds = scrapeSecondsOf(context, metric);
    if (rateWindowSeconds === undefined || rateWindowSeconds >= 2 * scrapeSeconds)
        return [];
    const whose = context.service === undefined ? " (Prometheus' default)" : '';
    return [
        lintAt(context, 'warning', triggerPath(trigger, 'metadata', 'query'), {
            code: 'short-rate-window',
            what: `${labelOf(trigger)}: a rate over ${rateWindowSeconds} s, with a scrape every ${scrapeSeconds} s${whose}`,
            why: 'A rate needs two scrapes; with fewer it has no value, and the trigger fails or reads 0.',
            fix: `use a window of at least ${2 * scrapeSeconds} s, better ${4 * scrapeSeconds} s${whose === '' ? '' : `, or scrape at least every ${rateWindowSeconds / 2} s`}.`,
        }),
    ];
}
