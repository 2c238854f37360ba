/** `name="value"` and its like, of a selector. */
export interface Matcher {
    readonly label: string;
    readonly op: '=' | '!=' | '=~' | '!~';
    readonly value: string;
}
/** A part of a query, and where it stands in it. */
export type Expression = {
    readonly kind: 'number';
    readonly value: number;
    readonly text: string;
} | {
    readonly kind: 'string';
    readonly value: string;
    readonly text: string;
} | Selector | {
    readonly kind: 'range';
    readonly of: Expression;
    readonly seconds: number;
    readonly text: string;
} | {
    readonly kind: 'subquery';
    readonly of: Expression;
    readonly seconds: number;
    readonly stepSeconds: number | undefined;
    readonly text: string;
} | {
    readonly kind: 'offset';
    readonly of: Expression;
    readonly seconds: number;
    readonly text: string;
} | {
    readonly kind: 'call';
    readonly name: string;
    readonly args: readonly Expression[];
    readonly text: string;
} | Aggregation | Binary | {
    readonly kind: 'negative';
    readonly of: Expression;
    readonly text: string;
};
export interface Selector {
    readonly kind: 'selector';
    readonly name: string;
    readonly matchers: readonly Matcher[];
    readonly text: string;
}
/** Labels behind `by`, `without`, `on` or `ignoring`. */
export interface Grouping {
    readonly isOnly: boolean;
    readonly labels: readonly string[];
}
export interface Aggregation {
    readonly kind: 'aggregation';
    readonly name: string;
    /** Undefined: all series are one group. */
    readonly grouping: Grouping | undefined;
    readonly args: readonly Expression[];
    readonly text: string;
}
export interface Binary {
    readonly kind: 'binary';
    readonly op: string;
    readonly isBool: boolean;
    readonly matching: Grouping | undefined;
    readonly left: Expression;
    readonly right: Expression;
    readonly text: string;
}
/** A query that cannot be answered as it stands: Prometheus' `bad_data`. */
export declare class QueryError extends Error {
    /** For the policy's author: which part, and what to write instead; left out where the message says it. */
    readonly advice: string | undefined;
    constructor(message: string, advice?: string);
}
