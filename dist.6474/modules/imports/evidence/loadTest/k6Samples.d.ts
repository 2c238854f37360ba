/** One value that k6 measured. */
export interface K6Sample {
    readonly metric: string;
    /** Seconds since 1970; of a request when it ended. */
    readonly seconds: number;
    readonly value: number;
    readonly tags: Readonly<Record<string, string | undefined>>;
}
/**
 * The values of `k6 run --out json=FILE`, a JSON object a line.
 *
 * Source: k6, internal/output/json/wrapper.go: `{"metric", "type": "Point", "data": {"time", "value", "tags"}}`, and once for each
 * metric a line of type `Metric`, which says nothing that a value does not.
 * @throws ProblemError for a line that is none; the last one may be cut off
 */
export declare function jsonSamples(file: string, onCut: (line: number) => void): Generator<K6Sample>;
export declare const csvHeader: string;
/**
 * The values of `k6 run --out csv=FILE`.
 *
 * Source: k6, internal/output/csv/output.go: the three columns, one for each system tag, `extra_tags`, `metadata`. Times are whole
 * seconds unless `K6_CSV_TIME_FORMAT` asks for milli-, micro- or nanoseconds or RFC 3339.
 * @throws ProblemError for a row that is none; the last one may be cut off
 */
export declare function csvSamples(file: string, onCut: (line: number) => void): Generator<K6Sample>;
