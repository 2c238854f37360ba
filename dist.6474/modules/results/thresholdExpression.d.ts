/** What a threshold looks at: a statistic of samples, or a value. */
export type Aggregation = 'avg' | 'min' | 'max' | 'med' | 'count' | 'rate' | 'value' | {
    readonly quantile: number;
};
export type Operator = '<' | '<=' | '>' | '>=' | '==' | '===' | '!=';
/** `p(95)<300` taken apart. */
interface ThresholdExpression {
    readonly aggregation: Aggregation;
    readonly operator: Operator;
    readonly limit: number;
}
/** k6's grammar `aggregation operator number`; undefined when the text is none of it. */
export declare function parseThresholdExpression(text: string): ThresholdExpression | undefined;
/** The name of an aggregation as k6 writes it, with `p(N)` for every quantile. */
export declare function aggregationName(aggregation: Aggregation): string;
/** Whether `value` keeps the limit. */
export declare function holds({ operator, limit }: ThresholdExpression, value: number): boolean;
/** A metric with the tags that narrow it: `http_req_duration{source:shoppers}`. */
interface MetricSelector {
    readonly metric: string;
    readonly tags: Readonly<Record<string, string>>;
}
/** Tags are split on `,`, then on the first `:`, and ANDed (k6); undefined when the text is malformed. */
export declare function parseMetricSelector(text: string): MetricSelector | undefined;
export {};
