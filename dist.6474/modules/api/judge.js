import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { holds, parseThresholdExpression } from '../results/thresholdExpression.js';
import { checkThresholds, evaluateThresholds } from '../results/thresholds.js';
import { thresholdNames } from '../scenario/thresholdFindings.js';
import { samplesOf } from './samples.js';
/** What a lone expression is about: k6's time of a request. */
const defaultMetric = 'http_req_duration';
export function judge(result, first, second) {
    const [metric, expression] = second === undefined ? [defaultMetric, first] : [first, second];
    const samples = samplesOf(result);
    if (samples === undefined)
        return judgeDocument(result, metric, expression);
    const { scenario, runs } = samples;
    const asked = { [metric]: [expression] };
    const issues = checkThresholds(asked, thresholdNames(scenario));
    if (issues.length > 0) {
        throw wrong(issues.map(({ code, what, why, fix }) => ({ code, where: { path: metric }, what, why, fix })));
    }
    const [judged] = evaluateThresholds(asked, runs, {
        spanSeconds: scenario.duration - scenario.warmup,
        allowEmpty: false,
    });
    return judged;
}
function judgeDocument({ thresholds, measures }, metric, expression) {
    const declared = thresholds.find((one) => one.metric === metric && one.expression === expression);
    if (declared !== undefined)
        return declared;
    const parsed = parseThresholdExpression(expression);
    if (parsed?.aggregation !== 'value' || !Object.hasOwn(measures, metric)) {
        const what = `${metric} ${expression} cannot be judged on a result that was read from a file`;
        const why = 'A document has measures and the thresholds of its scenario, not the samples of its runs.';
        const fix = 'judge a measure with `value`, name the threshold in the scenario, or simulate again.';
        throw wrong([{ code: 'no-samples', where: { path: metric }, what, why, fix }]);
    }
    const { mean, reason } = measures[metric];
    if (mean !== null)
        return { metric, expression, value: mean, ok: holds(parsed, mean) };
    return { metric, expression, value: null, ok: false, reason: reason ?? 'no data' };
}
function wrong(problems) {
    return new ProblemError(problems, exitCode.wrongUsage);
}
