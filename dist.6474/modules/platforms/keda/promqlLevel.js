import { argumentsOf, binaryParts, innerOf, nameOf, readsMetric } from './promqlNodes.js';
/** They give back their input, moved or cut. */
const passing = [
    'abs',
    'avg_over_time',
    'ceil',
    'clamp',
    'clamp_max',
    'clamp_min',
    'floor',
    'label_join',
    'label_replace',
    'last_over_time',
    'max_over_time',
    'min_over_time',
    'round',
    'scalar',
    'sort',
    'sort_desc',
    'vector',
];
/** What a query is a level of, by its outermost operation; undefined: a total, or nothing is known of it. */
export function levelOf(node, query) {
    const inner = innerOf(node);
    if (inner !== undefined)
        return levelOf(inner, query);
    if (node.name === 'BinaryExpr')
        return ofBinary(node, query);
    if (node.name !== 'AggregateExpr' && node.name !== 'FunctionCall')
        return undefined;
    const name = nameOf(node, query);
    const input = argumentsOf(node).find((argument) => readsMetric(argument));
    if (node.name === 'FunctionCall') {
        if (name === 'histogram_quantile' || name === 'quantile_over_time')
            return 'quantile';
        if (name === 'histogram_avg')
            return 'mean';
        if (name === 'histogram_fraction')
            return 'ratio';
        return input !== undefined && passing.includes(name) ? levelOf(input, query) : undefined;
    }
    if (name === 'avg')
        return 'mean';
    if (name === 'quantile')
        return 'quantile';
    const isPick = ['max', 'min', 'topk', 'bottomk', 'group'].includes(name);
    return isPick && input !== undefined ? levelOf(input, query) : undefined;
}
function ofBinary(node, query) {
    const { left, operator, right } = binaryParts(node, query);
    const [isLeft, isRight] = [readsMetric(left), readsMetric(right)];
    if (operator === '/' && isLeft && isRight)
        return 'ratio';
    // With a number it stays what it is: 100 * a / b, 1 - a / b, a / b > 0.
    if (isLeft !== isRight)
        return levelOf(isLeft ? left : right, query);
    return operator === 'or' || operator === 'and' || operator === 'unless' ? levelOf(left, query) : undefined;
}
