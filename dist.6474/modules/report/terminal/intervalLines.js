import { comparedMeasures } from '../../results/comparisons.js';
import { measureOf } from '../../results/measures/index.js';
import { wilsonInterval } from '../../stats/wilsonInterval.js';
import { latencyText, threeDigits } from './numbers.js';
import { wrap } from './wrap.js';
/** Measures with their intervals, for those who ask. */
export function intervalLines(policies, width) {
    const lines = policies.flatMap((policy) => [
        `  ${policy.name}`,
        ...comparedMeasures.flatMap((name) => {
            const measure = measureOf(name);
            const aggregate = policy.measures[name];
            if (measure === undefined || aggregate === undefined)
                return [];
            const { mean, low, high, n, reason, about, unanswered } = aggregate;
            const show = (value) => (measure.unit === 'ms' ? latencyText(value) : threeDigits(value));
            const word = about === true ? 'about ' : '';
            const range = low === high ? 'the same' : `${word}${show(low ?? 0)}..${show(high ?? 0)}`;
            const interval = low === null || high === null ? '' : `, ${range} over ${n} runs`;
            const late = unanswered === undefined ? '' : lateText(unanswered, policy.replications.length);
            return [`    ${name.padEnd(32)}${mean === null ? (reason ?? 'no data') : show(mean)}${interval}${late}`];
        }),
    ]);
    const definitionOf = (name) => measureOf(name)?.definition ?? '';
    const notes = [
        'Intervals (95 %) cover chance between runs, not error in the inputs; "about" where few runs make most of the spread.',
        '"better by itself": not judged; one such interval in twenty leaves out 0 by chance.',
        `flaps: ${definitionOf('scaling_reversals')}`,
        `regret_ratio: ${definitionOf('regret_ratio')}`,
        'p99 all: over all offered requests; those not answered well are infinitely late. "4.1 % fail": their share, where p99 falls among them.',
        '$/month: only where the run covers a day (the mean rate for 730 hours) or the scenario says how often it `occurs`.',
    ];
    return [...lines, '', ...notes.flatMap((note) => wrap(note, { width: width, indent: '  ' }))];
}
/** In how many runs, and where the true share of such runs lies. */
function lateText(hitCount, runCount) {
    const { low, high } = wilsonInterval({ hitCount, runCount });
    const percent = (share) => (share * 100).toFixed(0);
    return ` in ${hitCount} of ${runCount} runs (${percent(low)}..${percent(high)} % of runs)`;
}
