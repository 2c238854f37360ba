import { formatDuration, parseDuration } from '../../base/duration.js';
import { exitCode } from '../../base/exitCode.js';
import { ProblemError } from '../../base/problem.js';
import { inputProblem } from '../../imports/readInput.js';
import { chosenRun } from '../../results/chosenRuns.js';
import { readResultDocument } from '../../results/readResultDocument.js';
import { startSecondsOf } from '../startSeconds.js';
import { clusterSeries } from './clusterSeries.js';
import { vcpusOfServices } from './vcpusOfServices.js';
/** Seconds between two points where nobody asks: how often most clusters are scraped, and what dashboards ask for. */
const usualSeconds = [15, 30, 60, 300, 900, 3600];
/** A bundle of answers of Prometheus, one a query: what monitoring would have shown of the run that a result shows. */
export const prometheusExporter = {
    name: 'prometheus',
    summary: 'RESULT (report.json) -> answers of query_range, as JSON',
    settings: ['policy', 'interval', 'start'],
    async write({ file, policies, interval, start }) {
        const { scenario, policy } = chosenRun(readResultDocument(file), policies);
        const vcpus = vcpusOfServices(scenario);
        const services = policy.timeline.map((timeline) => {
            return { timeline, slo: scenario.slo, vcpus: vcpus[timeline.service] };
        });
        const [first] = services;
        if (first === undefined || first.timeline.rate.length === 0)
            throw noCurves(file);
        const stepSeconds = first.timeline.step_s;
        const intervalSeconds = intervalOf(interval, stepSeconds);
        const points = { stepSeconds, intervalSeconds, startSeconds: startSecondsOf(start, scenario.start) };
        const answers = clusterSeries.map((series) => [series.name, resultOf(series, services, points)]);
        const held = answers.filter(([, result]) => result.length > 0);
        const missing = answers.filter(([, result]) => result.length === 0).map(([name]) => name);
        const bundle = Object.fromEntries(held.map(([name, result]) => [name, { status: 'success', data: { resultType: 'matrix', result } }]));
        return {
            text: `${JSON.stringify(bundle)}\n`,
            notes: [
                `${policy.name} in ${scenario.name}, replication ${scenario.shown_replication ?? 0}: ${held.length} queries, a point each ${formatDuration(intervalSeconds)}`,
                ...approximations(points),
                `left out, for a result does not hold them: ${[...missing, 'memory', 'throttling', 'requests in flight'].join(', ')}`,
            ],
            usage: [],
        };
    },
};
/** The series of the services that have it, as the list `result` of an answer. */
function resultOf(series, services, points) {
    const stepCount = Math.round(points.intervalSeconds / points.stepSeconds);
    return services.flatMap((curves) => {
        const at = series.of(curves);
        if (at === undefined)
            return [];
        const { service, rate } = curves.timeline;
        const values = [];
        for (let to = stepCount; to <= rate.length; to += stepCount) {
            const value = at({ from: to - stepCount, to });
            if (value === undefined)
                continue;
            values.push([points.startSeconds + to * points.stepSeconds, String(Number(value.toPrecision(6)))]);
        }
        const labels = { namespace: 'default', [series.label]: service };
        return [{ metric: { __name__: series.metric(formatDuration(points.intervalSeconds)), ...labels }, values }];
    });
}
/** Seconds between two points: a whole number of the steps that the curves have. @throws ProblemError */
function intervalOf(asked, stepSeconds) {
    if (asked === undefined)
        return usualSeconds.find((usual) => usual % stepSeconds === 0) ?? stepSeconds;
    const seconds = parseDuration(asked);
    const stepCount = (seconds ?? 0) / stepSeconds;
    if (seconds !== undefined && stepCount >= 1 && Number.isInteger(stepCount))
        return seconds;
    const step = formatDuration(stepSeconds);
    const problem = {
        code: 'bad-duration',
        where: {},
        what: `--interval is "${asked}"`,
        why: `The curves of the result have a point each ${step}.`,
        fix: `write a multiple of it, for example --interval ${formatDuration(4 * stepSeconds)}.`,
    };
    throw new ProblemError([problem], exitCode.wrongUsage);
}
/** Where the numbers are not those that counters would have given. */
function approximations({ stepSeconds, intervalSeconds }) {
    const [step, interval] = [formatDuration(stepSeconds), formatDuration(intervalSeconds)];
    return [
        `rates are over ${interval}; replicas are those at the point`,
        'cpu is utilization x ready instances x vcpus: instances that drain, or start, within an interval are not told apart',
        ...(intervalSeconds > stepSeconds
            ? [`a quantile over ${interval} is the mean of those over ${step}, weighted by requests`]
            : []),
    ];
}
function noCurves(file) {
    return inputProblem(file, {
        code: 'no-curves',
        what: 'holds no curves of a run',
        why: 'The series are made of them.',
        fix: 'run it again with --report json.',
    });
}
