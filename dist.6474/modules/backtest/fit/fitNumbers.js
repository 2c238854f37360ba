import { formatDuration } from '../../base/duration.js';
import { formatSize } from '../../base/quantity.js';
import { observe, replayFor } from '../backtest.js';
import { judgedMeasures } from '../measures/index.js';
import { freeNumbers, withNumbers } from './freeNumbers.js';
import { searchNumbers, trialCountOf } from './searchNumbers.js';
/** Runs of a trial: all trials have the same random numbers, so few tell them apart. */
const runsOfTrial = 3;
/** One measure that is far off must not drown the others: errors count up to this many limits. */
const mostStrain = 20;
/**
 * Fits the free numbers of a scenario on the stretch of a request.
 *
 * The loss is the mean of the squared errors, each in units of what is believable; the first scale-up is left out, one event
 * being chance.
 * @throws ProblemError, BacktestFailure
 */
export async function fitNumbers(request, options) {
    const { scenario, service } = request;
    const numbers = freeNumbers(scenario, service);
    let trials = 0;
    const amounts = await searchNumbers(numbers, async (tried) => {
        options.onTrial?.(++trials / trialCountOf(numbers.length));
        const changed = withNumbers(scenario, numbers, tried);
        return changed === undefined ? Infinity : lossOf({ ...request, scenario: changed, runCount: runsOfTrial }, options);
    });
    return {
        scenario: withNumbers(scenario, numbers, amounts) ?? scenario,
        numbers: numbers.map((number, index) => fittedNumber(number, amounts[index])),
    };
}
async function lossOf(request, options) {
    const observed = await observe(request, replayFor(request), options);
    const strains = judgedMeasures.flatMap(({ judge, limitOf }) => {
        const row = judge(observed);
        return limitOf === undefined || row.error === null
            ? []
            : [Math.min(mostStrain, Math.abs(row.error) / limitOf(row))];
    });
    return strains.reduce((sum, strain) => sum + strain ** 2, 0) / Math.max(1, strains.length);
}
function fittedNumber({ path, quantity, low, high }, amount) {
    const rounded = (value) => Number(value.toPrecision(3));
    const text = (value) => {
        if (quantity.unit === 's')
            return formatDuration(rounded(value));
        return quantity.unit === 'bytes' ? formatSize(Math.round(value)) : String(rounded(value));
    };
    return {
        path,
        before: text(quantity.amount),
        after: text(amount),
        low: text(low),
        high: text(high),
        isAtEnd: amount === low || amount === high,
    };
}
