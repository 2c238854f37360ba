import type { MetricName } from '../metrics.js';
import type { QueryScene } from './readSeries.js';
/** The parameters of a request to Prometheus' HTTP API, as text. */
type QueryFields = ReadonlyMap<string, string>;
interface QueryAnswer {
    readonly code: number;
    readonly body: unknown;
    /** For the policy's author, each once. */
    readonly findings: readonly string[];
    /** Metrics whose telemetry it came from. */
    readonly metricsRead: readonly MetricName[];
}
type Kind = 'query' | 'query_range';
/** Answers `/api/v1/query` or `/api/v1/query_range`. Source: https://prometheus.io/docs/prometheus/latest/querying/api/ */
export declare function answerQuery(kind: Kind, fields: QueryFields, asked: Pick<QueryScene, 'source' | 'service' | 'patternOf' | 'charge'>): QueryAnswer;
/** As Go writes it with the fewest digits and without an exponent; `+Inf`, `-Inf`, `NaN`. */
export declare function numberText(value: number): string;
export {};
