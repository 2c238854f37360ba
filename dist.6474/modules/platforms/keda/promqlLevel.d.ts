import type { GrammarNode } from '../../telemetry/promql/grammar.js';
/** A number that says how large and not how much: it does not grow with the number of those that share the work. */
export type Level = 'ratio' | 'mean' | 'quantile';
/** What a query is a level of, by its outermost operation; undefined: a total, or nothing is known of it. */
export declare function levelOf(node: GrammarNode, query: string): Level | undefined;
