/** What `expect(result)` can be asked after `import 'dryscale/vitest'`. */
interface DryscaleMatchers<R> {
    /** Keeps a threshold of http_req_duration, such as `p(95)<300` (milliseconds, as in k6). */
    toMeet(expression: string): R;
    /** Keeps a threshold of any metric or measure, such as `cost_usd`, `value<12`. */
    toMeet(metric: string, expression: string): R;
    /** Keeps what `dryscale run` is judged by: every threshold, and the SLO unless `slo: { gate: false }`. Without either it fails. */
    toMeetThresholds(): R;
    /** Meets the SLO over all runs; a scenario without one fails. */
    toMeetSlo(): R;
}
declare module 'vitest' {
    interface Matchers<T> extends DryscaleMatchers<void> {
    }
}
export {};
