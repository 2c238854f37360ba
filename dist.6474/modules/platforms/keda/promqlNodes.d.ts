import { type GrammarNode } from '../../telemetry/promql/grammar.js';
/** A query in PromQL as Prometheus' own grammar reads it, with the text that its nodes point into. */
interface QueryTree {
    readonly query: string;
    readonly top: GrammarNode | undefined;
    /** Where it stops being PromQL, from 1; undefined: it is PromQL. */
    readonly errorAt: number | undefined;
}
export declare function treeOf(query: string): QueryTree;
/** A node and all below it, from left to right. */
export declare function allNodes(node: GrammarNode): GrammarNode[];
export declare function childNamed(node: GrammarNode, name: string): GrammarNode | undefined;
/** The arguments of a function or an aggregation. */
export declare function argumentsOf(node: GrammarNode): GrammarNode[];
/** What a call or an aggregation is called; operators of an aggregation in lower case. */
export declare function nameOf(node: GrammarNode, query: string): string;
/** The operands and the operator of a binary expression. */
export declare function binaryParts(node: GrammarNode, query: string): {
    left: GrammarNode;
    operator: string;
    right: GrammarNode;
};
/** Whether a part of a query reads a metric, rather than being a number. */
export declare function readsMetric(node: GrammarNode): boolean;
/** Nodes that only stand around another one. */
export declare function innerOf(node: GrammarNode): GrammarNode | undefined;
export {};
