import { childrenOf, grammarTree } from '../../telemetry/promql/grammar.js';
export function treeOf(query) {
    const root = grammarTree(query);
    const [top] = childrenOf(root);
    const broken = allNodes(root).find(({ type }) => type.isError);
    const isEmpty = query.trim() === '';
    return { query, top, errorAt: isEmpty ? 1 : broken && broken.from + 1 };
}
/** A node and all below it, from left to right. */
export function allNodes(node) {
    return [node, ...childrenOf(node).flatMap(allNodes)];
}
export function childNamed(node, name) {
    return childrenOf(node).find((child) => child.name === name);
}
/** The arguments of a function or an aggregation. */
export function argumentsOf(node) {
    const body = childNamed(node, 'FunctionCallBody');
    return body === undefined ? [] : childrenOf(body);
}
/** What a call or an aggregation is called; operators of an aggregation in lower case. */
export function nameOf(node, query) {
    const [name] = childrenOf(node);
    return name === undefined ? '' : query.slice(name.from, name.to).toLowerCase();
}
/** The operands and the operator of a binary expression. */
export function binaryParts(node, query) {
    const children = childrenOf(node);
    const [left, operator] = children;
    return {
        left,
        operator: query.slice(operator.from, operator.to).toLowerCase(),
        right: children[children.length - 1],
    };
}
/** Whether a part of a query reads a metric, rather than being a number. */
export function readsMetric(node) {
    return allNodes(node).some(({ name }) => name === 'VectorSelector');
}
/** Nodes that only stand around another one. */
export function innerOf(node) {
    if (['ParenExpr', 'OffsetExpr', 'StepInvariantExpr', 'SubqueryExpr', 'MatrixSelector'].includes(node.name))
        return childrenOf(node)[0];
    return node.name === 'UnaryExpr' ? childrenOf(node)[1] : undefined;
}
