import { childrenOf } from '../../telemetry/promql/grammar.js';
import { readPromDuration } from '../../telemetry/promql/promDuration.js';
import { levelOf } from './promqlLevel.js';
import { allNodes, binaryParts, childNamed, nameOf, treeOf } from './promqlNodes.js';
import { isOneSeries, rateFunctions, seriesLeft } from './promqlSeries.js';
/** Reads a query by Prometheus' own grammar. */
export function queryFacts(query) {
    const { top, errorAt } = treeOf(query);
    if (top === undefined) {
        const nothing = { several: undefined, keptLabels: [], rateWindowSeconds: undefined, eventSeconds: undefined };
        return { errorAt: errorAt ?? 1, ...nothing, level: undefined };
    }
    const left = seriesLeft(top, query);
    const nodes = allNodes(top);
    const rates = nodes.filter((node) => node.name === 'FunctionCall' && rateFunctions.includes(nameOf(node, query)));
    const rateWindows = rates.flatMap((rate) => windowsOf(allNodes(rate), query));
    const windows = windowsOf(nodes, query);
    return {
        errorAt,
        several: isOneSeries(left) ? undefined : (left.because ?? 'groups'),
        keptLabels: left.free === 'unknown' ? [] : [...left.free],
        rateWindowSeconds: rateWindows.length === 0 ? undefined : Math.min(...rateWindows),
        eventSeconds: eventSecondsOf(nodes, query, rates.length > 0 ? windows : []),
        level: levelOf(top, query),
    };
}
/** Rates over one window, added up or multiplied: a comparison or a difference may be 0 sooner. */
function eventSecondsOf(nodes, query, windows) {
    const isPlain = nodes
        .filter(({ name }) => name === 'BinaryExpr')
        .every((node) => ['+', '*', '/', 'or'].includes(binaryParts(node, query).operator));
    const [first] = windows;
    return isPlain && windows.every((window) => window === first) ? first : undefined;
}
/** The names of the metrics that a query reads, each once. */
export function selectorNames(query) {
    const { top } = treeOf(query);
    const selectors = top === undefined ? [] : allNodes(top).filter(({ name }) => name === 'VectorSelector');
    const names = selectors.flatMap((selector) => {
        const name = childNamed(selector, 'Identifier');
        return name === undefined ? [] : [query.slice(name.from, name.to)];
    });
    return [...new Set(names)];
}
/** The spans in brackets. */
function windowsOf(nodes, query) {
    return nodes.flatMap((node) => {
        if (node.name !== 'MatrixSelector' && node.name !== 'SubqueryExpr')
            return [];
        const [, span] = childrenOf(node);
        const seconds = span === undefined ? undefined : readPromDuration(query.slice(span.from, span.to));
        return seconds === undefined ? [] : [seconds];
    });
}
