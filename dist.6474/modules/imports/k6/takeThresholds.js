import { parseMetricSelector } from '../../results/thresholdExpression.js';
import { checkThresholds } from '../../results/thresholds.js';
/** Keeps the thresholds whose metric and tags exist here too; tags of k6 become our source or class. */
export function takeThresholds(written, names) {
    const thresholds = {};
    const notes = [];
    for (const [metric, given] of Object.entries(written)) {
        const list = typeof given === 'string' ? [given] : given;
        const expressions = list.map((one) => (typeof one === 'string' ? one : one.threshold));
        const selector = ourSelector(metric, names);
        if ('reason' in selector) {
            notes.push(`threshold ${metric} (${expressions.join(', ')}) is not taken: ${selector.reason}`);
            continue;
        }
        for (const expression of expressions) {
            const [issue] = checkThresholds({ [selector.text]: [expression] }, namesForCheck(names));
            if (issue === undefined)
                thresholds[selector.text] = [...(thresholds[selector.text] ?? []), expression];
            else
                notes.push(`threshold ${metric} (${expression}) is not taken: ${issue.what}`);
        }
        const aborts = list.some((one) => typeof one !== 'string' && one.abortOnFail === true);
        if (aborts)
            notes.push(`threshold ${metric}: abortOnFail is not taken, a dry run goes on to its end`);
    }
    return { thresholds, notes };
}
function namesForCheck({ scenarios, classes, services }) {
    return { source: Object.keys(scenarios), class: Object.values(classes), service: services };
}
/** A metric with its tags in our words. */
function ourSelector(text, names) {
    const selector = parseMetricSelector(text);
    if (selector === undefined)
        return { reason: 'it is not a metric with tags' };
    const tags = [];
    for (const [key, value] of Object.entries(selector.tags)) {
        const ours = ourTag(key, value, names);
        if (ours === undefined)
            return { reason: `requests here carry no tag ${key}:${value}` };
        if (!tags.includes(ours))
            tags.push(ours);
    }
    return { text: tags.length === 0 ? selector.metric : `${selector.metric}{${tags.join(',')}}` };
}
/**
 * A tag of k6 as ours: a scenario is a source; a tag that scenarios carry is the one source that carries it, or the
 * class that exactly those scenarios send.
 */
function ourTag(key, value, { scenarios, classes }) {
    const all = Object.keys(scenarios);
    if (key === 'scenario')
        return all.includes(value) ? `source:${value}` : undefined;
    const carriers = all.filter((name) => scenarios[name].tags?.[key] === value);
    if (carriers.length === 1)
        return `source:${carriers[0]}`;
    if (carriers.length > 1) {
        const [first] = carriers;
        const senders = all.filter((name) => classes[name] === classes[first]);
        return senders.length === carriers.length && senders.every((name) => carriers.includes(name))
            ? `class:${classes[first]}`
            : undefined;
    }
    return key === 'class' && Object.values(classes).includes(value) ? `class:${value}` : undefined;
}
