import { isSeriesRole } from '../../../results/seriesRoles.js';
import { knownSeries, serverError, statusLabels } from './knownSeries.js';
import { ownerOf } from './ownerOf.js';
import { queryFacts } from './queryFacts.js';
import { labelOf } from './seriesMeta.js';
import { formOfUnit, partOfWords } from './wordsOf.js';
/** Roles in order: what the user says, what the query or the metric's name says, what words say. */
export function classify(meta, asked) {
    const facts = queryFacts(meta.query ?? meta.name) ?? queryFacts(meta.title);
    const found = byQuery(facts) ?? byName(meta) ?? byTitle(meta);
    if (asked === undefined && found === undefined)
        return undefined;
    const part = asked?.role ?? found?.part ?? 'request-rate';
    const own = found?.part === part ? found.form : undefined;
    const stated = [asked?.unit, meta.unit].flatMap((unit) => unit === undefined ? [] : (formOfUnit(unit, part) ?? []))[0];
    // A unit tells nothing of a counter: requests and seconds are what it counts.
    const isUnitOfCounter = own?.kind === 'counter' && asked?.unit === undefined;
    const form = meta.isSumOfStep === true ? perStep : ((isUnitOfCounter ? undefined : stated) ?? own ?? formOf(part, meta));
    return {
        part: withStatistic(part, meta),
        form,
        rank: asked === undefined ? (rankOfMetric(meta) ?? found?.rank ?? 9) : -1,
        ...ownerOf(meta.labels, found?.owner ?? []),
        basis: asked !== undefined ? 'asked' : (found?.basis ?? 'words'),
        windowSeconds: (facts?.isRate === true ? facts.windowSeconds : undefined) ?? recordedWindow(meta.name),
        isError: errorOf(meta.labels),
        isNamedByTitle: found?.isByTitle === true && asked === undefined,
        rateOfRate: facts?.rateOfRate,
    };
}
const plain = { kind: 'plain', scale: 1 };
const perStep = { kind: 'per-step', scale: 1 };
function byName(meta) {
    const { name, labels } = meta;
    const [, base, operation] = recordingRule.exec(name) ?? [];
    if (base !== undefined)
        return byRule(base, operation, meta);
    const known = knownSeries.find((one) => one.name.test(name));
    if (known !== undefined)
        return { ...known, basis: 'known' };
    if (name === 'kube_horizontalpodautoscaler_status_target_metric') {
        const isShare = labels.metric_name === 'cpu' && labels.metric_target_type === 'utilization';
        return isShare
            ? {
                part: 'utilization',
                form: { kind: 'plain', scale: 0.01 },
                rank: 0,
                owner: ['horizontalpodautoscaler'],
                basis: 'known',
            }
            : undefined;
    }
    const quantile = latencyOf(Number(labels.quantile));
    return quantile !== undefined && timed.test(name)
        ? { part: quantile, form: timeForm(name), rank: 3, owner: [], basis: 'known' }
        : undefined;
}
/** level:metric:operations, as Prometheus' page "Recording rules" has it. */
const recordingRule = /^[^:]*:([^:]+):([^:]+)$/;
function byRule(base, operation, { labels }) {
    const quantile = latencyOf(Number(/(?:^|_)p?(50|90|95|99)(?:$|_|q)/.exec(operation)?.[1]) / 100);
    if (quantile !== undefined && timed.test(base)) {
        return { part: quantile, form: timeForm(base), rank: 3, owner: Object.keys(labels), basis: 'known' };
    }
    const known = knownSeries.find((one) => one.name.test(base));
    if (known === undefined || !/(^|_)i?rate/.test(operation) || /ratio/.test(operation))
        return undefined;
    const scale = 'scale' in known.form ? known.form.scale : 1;
    return { ...known, form: { kind: 'plain', scale }, basis: 'known' };
}
/** Words only where no metric is named: `http_requests_created` is no rate. */
function byTitle(meta) {
    const { name, title } = meta;
    if (isSeriesRole(title))
        return { part: title, form: formOf(title, meta), rank: 0, owner: [], basis: 'known' };
    const isMetric = /^[a-z_:][a-z0-9_:]*$/.test(name) && name.includes('_') && name !== title;
    const ofName = isMetric ? undefined : partOfWords(name);
    const part = isMetric ? undefined : (ofName ?? partOfWords(title));
    if (part === undefined)
        return undefined;
    return { part, form: formOf(part, meta), rank: 9, owner: [], basis: 'words', isByTitle: ofName === undefined };
}
function byQuery(facts) {
    if (facts === undefined || facts.selectors.length === 0)
        return undefined;
    const [first] = facts.selectors;
    if (facts.quantile !== undefined) {
        const part = latencyOf(facts.quantile);
        return part === undefined ? undefined : { part, form: timeForm(first.name), rank: 3, owner: [], basis: 'known' };
    }
    const known = facts.selectors.map(({ name }) => knownSeries.find((one) => one.name.test(name)));
    const [one] = known;
    const rateOf = facts.rateOfRate === undefined ? undefined : partOfWords(facts.rateOfRate);
    if (rateOf !== undefined)
        return { part: rateOf, form: plain, rank: 9, owner: [], basis: 'words' };
    if (one === undefined)
        return undefined;
    const isFailure = first.matchers.some(({ label, op, value }) => statusLabels.includes(label) && op.startsWith('=') && /^5/.test(value));
    if (facts.isQuotient)
        return quotient(facts, known.map((each) => each?.part), isFailure);
    const form = facts.isRate && one.form.kind === 'counter' ? { kind: 'plain', scale: one.form.scale } : one.form;
    const part = isFailure && one.part === 'request-rate' ? 'error-rate' : one.part;
    const ofOne = { cpu: 'cpu-per-pod', 'request-rate': 'request-rate-per-pod' };
    return { ...one, part: facts.isAverage ? (ofOne[part] ?? part) : part, form, basis: 'known' };
}
/** What two known parts make when one is divided by the other. */
function quotient({ selectors }, [above, below], isFailure) {
    const found = (part, form) => ({ part, form, rank: 0, owner: [], basis: 'known' });
    const divisor = selectors[1]?.name ?? '';
    if (isFailure && below === 'request-rate')
        return found('error-share', { kind: 'share' });
    if (above === 'throttled-periods')
        return found('throttled-share', { kind: 'share' });
    if (above === 'latency-sum')
        return found('latency-mean', timeForm(selectors[0].name));
    if (above === 'cpu' && /resource_requests/.test(divisor))
        return found('utilization', { kind: 'share' });
    const isCount = /^kube_|^up$/.test(divisor);
    if (above === 'cpu' && isCount)
        return found('cpu-per-pod', plain);
    return above === 'request-rate' && isCount ? found('request-rate-per-pod', plain) : undefined;
}
const timed = /duration|latency|response_time|request_time|_seconds|_milliseconds|_ms$/;
/** The unit that the name of a metric ends in. */
function timeForm(name) {
    if (/(milliseconds|_ms)(_bucket|_sum|_count)?$/.test(name))
        return { kind: 'plain', scale: 0.001 };
    return { kind: 'time', isNamed: /seconds(_bucket|_sum|_count)?$/.test(name) };
}
/** How values are read where only their role is known. */
function formOf(part, { name, title }) {
    if (part.startsWith('latency'))
        return timeForm(name);
    if (part === 'utilization' || part.endsWith('-share')) {
        return /%|percent/i.test(`${name} ${title}`) ? { kind: 'plain', scale: 0.01 } : { kind: 'share' };
    }
    if (/_(total|count)$|_seconds_total$/.test(name))
        return { kind: 'counter', scale: 1 };
    if (part === 'request-rate' || part === 'error-rate') {
        if (/(^|[\s_-])(counts?|hits)($|[\s_-])/i.test(`${name} ${title}`))
            return perStep;
        if (/\b(rpm|per[ _-]?min(ute)?)\b|\/ ?min\b/i.test(`${name} ${title}`))
            return { kind: 'plain', scale: 1 / 60 };
    }
    return plain;
}
function latencyOf(quantile) {
    const named = {
        '0.5': 'latency-p50',
        '0.9': 'latency-p90',
        '0.95': 'latency-p95',
        '0.99': 'latency-p99',
    };
    return named[String(quantile)];
}
/** CloudWatch has the mean and quantiles of one metric under one name. */
function withStatistic(part, { statistic = '' }) {
    const quantile = /^p(50|90|95|99)(\.0+)?$/i.exec(statistic)?.[1];
    return part === 'latency-mean' && quantile !== undefined ? (latencyOf(Number(quantile) / 100) ?? part) : part;
}
/** `http_requests:rate5m`: five minutes. */
function recordedWindow(name) {
    const found = /:[^:]*i?rate(\d+)([smh])$/.exec(name);
    return found === null ? null : Number(found[1]) * { s: 1, m: 60, h: 3600 }[found[2]]; // safe: the pattern has these
}
function errorOf(labels) {
    const status = statusLabels.map((label) => labels[label]).find((value) => value !== undefined);
    return status === undefined ? undefined : serverError.test(status);
}
/** Names by which `--series` can mean a series. */
export function namesOf(meta) {
    return [...new Set([labelOf(meta), meta.name, meta.title])].filter((name) => name !== '');
}
/** Our own queries say by a label which of several metrics has answered. */
function rankOfMetric({ name, labels }) {
    return name === '' ? knownSeries.find((one) => one.name.test(labels.metric ?? ''))?.rank : undefined;
}
