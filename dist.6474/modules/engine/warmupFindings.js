import { formatDuration } from '../base/duration.js';
import { warmupCut } from '../stats/warmup.js';
/** Executors whose load stays as it begins: only then is there a steady state that a run can warm up to. */
const steadyExecutors = ['constant-arrival-rate', 'constant-vus', 'markov-modulated'];
/** A mean that moves by less when the transient is left out is not worth a word. */
const noticedRatio = 0.05;
/** False for loads that change, or are disturbed by faults: such a run has no steady state; its stated beginning counts. */
export function hasSteadyState({ traffic, faults }) {
    const isSteady = Object.values(traffic).every(({ executor, startTime }) => steadyExecutors.includes(executor) && startTime === 0);
    return isSteady && faults.length === 0;
}
/**
 * What the runs say about their warm-up: MSER-5 over the mean latency of each step, averaged over all runs.
 *
 * One run is mostly noise; what all have in common at their begin is the transient (Welch's averaging).
 */
export function warmupFindings(scenario, runs) {
    const curves = runs.flatMap((run) => (run === undefined ? [] : [run]));
    return (curves[0] ?? []).flatMap(({ service, step_s: stepSeconds }, index) => {
        const points = meanCurve(curves.map((run) => run[index].mean_ms));
        const cut = warmupCut(points.map(({ value }) => value));
        if (cut === undefined)
            return [];
        const where = curves[0].length === 1 ? '' : ` of ${service}`;
        if (cut.isTooShort) {
            return `the run is too short: latencies${where} have not settled in its first half (MSER-5), so means depend on how long it is`;
        }
        const settledSeconds = points[cut.cutCount].step * stepSeconds;
        const whole = meanOf(points.filter(({ step }) => step >= Math.round(scenario.warmup / stepSeconds)));
        const rest = meanOf(points.slice(cut.cutCount));
        const isNoticed = Math.abs(whole - rest) > noticedRatio * rest;
        if (settledSeconds <= scenario.warmup || !isNoticed)
            return [];
        return `latencies${where} settle after ${formatDuration(settledSeconds)} (MSER-5), and warmup is ${formatDuration(scenario.warmup)}`;
    });
}
/** The mean of the runs at each step at which any had an answer. */
function meanCurve(runs) {
    return runs[0].flatMap((_, step) => {
        const values = runs.flatMap((run) => run[step] ?? []);
        return values.length === 0 ? [] : [{ step, value: values.reduce((sum, value) => sum + value, 0) / values.length }];
    });
}
function meanOf(points) {
    return points.reduce((sum, { value }) => sum + value, 0) / points.length;
}
