import { QueryError } from '../../../telemetry/promql/expression.js';
import { parseQuery } from '../../../telemetry/promql/parseQuery.js';
const rateFunctions = new Set(['rate', 'irate', 'increase']);
/** As recording rules are named by Prometheus' "Recording rules" page: level:metric:operations. */
const recordedRate = /:[^:]*(rate|irate|increase)[^:]*$|(^|_)(rps|qps|per_second|rate\d*[smh]?)$/;
/** Facts of a PromQL text; undefined where it is none, or only a name. */
export function queryFacts(text) {
    try {
        const root = parseQuery(text);
        return root.kind === 'number' || root.kind === 'string' ? undefined : factsOf(root);
    }
    catch (thrown) {
        if (thrown instanceof QueryError)
            return undefined;
        throw thrown;
    }
}
function factsOf(root) {
    const parts = partsOf(root);
    const rates = parts.filter((part) => part.kind === 'call' && rateFunctions.has(part.name));
    const windows = new Set(parts.flatMap((part) => (part.kind === 'range' || part.kind === 'subquery' ? part.seconds : [])));
    const quantile = parts
        .flatMap((part) => (part.kind === 'call' && part.name === 'histogram_quantile' ? part.args[0] : []))
        .flatMap((part) => (part.kind === 'number' ? part.value : []))[0];
    const nested = rates.find((rate) => partsOf(rate).slice(1).some(isRate));
    return {
        selectors: parts.filter((part) => part.kind === 'selector'),
        windowSeconds: windows.size === 1 ? [...windows][0] : undefined,
        isRate: parts.some(isRate),
        quantile,
        isQuotient: parts.some((part) => part.kind === 'binary' && part.op === '/'),
        isAverage: parts.some((part) => part.kind === 'aggregation' && part.name === 'avg'),
        rateOfRate: nested?.text,
    };
}
function isRate(part) {
    return ((part.kind === 'call' && rateFunctions.has(part.name)) || (part.kind === 'selector' && recordedRate.test(part.name)));
}
/** A part and all below it. */
function partsOf(part) {
    return [part, ...below(part).flatMap(partsOf)];
}
function below(part) {
    if ('args' in part)
        return part.args;
    if ('of' in part)
        return [part.of];
    return part.kind === 'binary' ? [part.left, part.right] : [];
}
