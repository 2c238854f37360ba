import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { sloResult } from '../results/sloResult.js';
import { parseThresholdExpression } from '../results/thresholdExpression.js';
import { checkThresholds, evaluateThresholds } from '../results/thresholds.js';
import { thresholdNames } from '../scenario/thresholdFindings.js';
/**
 * What `--must` asks for, METRIC EXPRESSION each; without any what the scenario itself asks for: its SLO and thresholds.
 *
 * @throws ProblemError with exit code 2 and everything that is wrong with them
 */
export function readMusts(texts, scenario) {
    const spanSeconds = scenario.duration - scenario.warmup;
    if (texts.length === 0)
        return { thresholds: scenario.thresholds, slo: scenario.slo, spanSeconds, isOfScenario: true };
    const problems = [];
    const thresholds = {};
    for (const text of texts) {
        const [, metric, expression] = /^\s*([^\s{]+(?:\{[^}]*\})?)\s+(\S.*?)\s*$/s.exec(text) ?? [];
        if (metric === undefined || expression === undefined) {
            const what = `"${text}" is no METRIC EXPRESSION`;
            const why = 'It is a metric, a blank and a threshold.';
            problems.push(problemOf({ what, why, fix: "write for example --must 'http_req_duration p(95)<300'." }));
        }
        else
            thresholds[metric] = [...new Set([...(thresholds[metric] ?? []), expression])];
    }
    problems.push(...checkThresholds(thresholds, thresholdNames(scenario)).map(problemOf));
    if (problems.length > 0)
        throw new ProblemError(problems, exitCode.wrongUsage);
    return { thresholds, slo: undefined, spanSeconds, isOfScenario: false };
}
function problemOf({ what, why, fix }) {
    return { code: 'bad-must', where: { path: '--must' }, what, why, fix };
}
/** Whether something is asked for at all. */
export function hasMusts({ thresholds, slo }) {
    return slo !== undefined || Object.keys(thresholds).length > 0;
}
/** Each of them over all the runs: the SLO first, which stands as the good share that it is. */
export function judgeMusts({ thresholds, slo, spanSeconds }, runs) {
    const judging = { spanSeconds, allowEmpty: false };
    const own = evaluateThresholds(thresholds, runs, judging);
    if (slo === undefined)
        return own;
    const { met, good_share: value, reason } = sloResult(slo, runs, judging);
    const expression = `value>=${slo.objective}`;
    return [
        { metric: 'slo_attainment', expression, value, ok: met, ...(reason === undefined ? {} : { reason }) },
        ...own,
    ];
}
/** Farther than any number misses a limit: users got no answer, or there is no data. */
const noValueShortfall = 1e6;
/** By how much limits are missed, as shares of them; 0 where all are kept. */
export function shortfallOf(results) {
    return results.reduce((sum, { ok, value, expression }) => {
        if (ok)
            return sum;
        const limit = parseThresholdExpression(expression)?.limit;
        if (value === null || limit === undefined)
            return sum + noValueShortfall;
        return sum + Math.abs(value - limit) / Math.max(Math.abs(limit), 1e-9);
    }, 0);
}
