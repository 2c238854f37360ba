import { isHindsight } from '../../results/judged.js';
import { hindsightShortText } from '../hindsight.js';
import { amountText, moneyText, moneyUnitOf } from '../money.js';
import { fitName, fitNames } from '../policyNames.js';
import { unansweredText } from '../unansweredText.js';
import { besideNames, gridLines, gridWidth } from './grid.js';
import { latencyText, percentText, spanText, threeDigits } from './numbers.js';
import { limitColumns, meanOf } from './standing.js';
/** A name is cut before a column is left out, but never to less than tells two apart at a glance. */
const nameLeast = 16;
/** The table of all policies that ran, one line each. */
export function tableLines(context) {
    const { standings, chosen, ink, width } = context;
    const names = standings.map(({ policy }) => (isHindsight(policy) ? hindsightShortText : policy.name));
    const longest = Math.max(...names.map((name) => [...name].length));
    const { nameWidth, columns } = besideNames(figureColumns(context), { width: width - 2, longest, least: nameLeast });
    const shown = { head: '', cells: fitNames(names, nameWidth), isText: true };
    const [head, ...rows] = gridLines([shown, ...columns], ink);
    const isChosen = ({ policy }) => policy.name === chosen;
    const lines = rows.map((row, index) => {
        if (!isChosen(standings[index]))
            return `  ${row}`;
        return `* ${row.replace(shown.cells[index], ink.bold(shown.cells[index]))}`;
    });
    const rule = `  ${'-'.repeat(gridWidth([shown, ...columns]))}`;
    return [`  ${head}`, rule, ...lines].map((line) => line.trimEnd());
}
function figureColumns({ scenario, standings, reference }) {
    const money = moneyUnitOf(scenario);
    const column = (head, of, limit) => ({
        head,
        cells: standings.map(of),
        ...(limit === undefined ? {} : { marks: standings.map(({ marks }) => marks.get(limit)) }),
    });
    const measure = (name, show) => (standing) => {
        const value = meanOf(standing.policy, name);
        return value === undefined ? '-' : show(value);
    };
    const good = ({ goodShare }) => (goodShare === undefined ? '-' : percentText(goodShare));
    return [
        column('good %', good, 'good'),
        column('p99 all', latencyCell, 'latency'),
        { ...column('slow for', measure('time_above_slo_s', spanText), 'slow'), dropped: 3 },
        { ...column('flaps/h', (standing) => flapsCell(standing, scenario), 'flaps'), dropped: 2 },
        { ...column('peak', measure('instances_peak', threeDigits)), dropped: 1 },
        column(money.label, measure('cost_usd', (cost) => amountText(cost * money.factor))),
        ...(standings.length > 1 ? [againstColumn({ scenario, standings, reference })] : []),
    ];
}
function againstColumn(context) {
    const cells = context.standings.map((standing) => againstCell(standing, context));
    const [wordWidth, differenceWidth] = [0, 1].map((at) => Math.max(...cells.map((cell) => cell[at].length)));
    const named = `against ${context.reference}`;
    // A long name would push the figures apart and cut all names; the reference is the first row.
    const isLong = [...named].length > Math.max(20, wordWidth + 2 + differenceWidth);
    return {
        head: isLong ? 'against the first' : named,
        isText: true,
        cells: cells.map(([word, difference]) => `${word.padEnd(wordWidth)}  ${difference.padStart(differenceWidth)}`),
    };
}
/** Where the quantile falls among requests that were not answered well, their share. */
export function latencyCell({ policy }) {
    const p99 = policy.measures.latency_all_p99_ms;
    if (typeof p99?.mean === 'number')
        return latencyText(p99.mean);
    return p99?.reason === 'unanswered' ? unansweredText(policy) : '-';
}
/** Reversals an hour of the measured span. */
export function flapsCell({ policy }, { duration_s, warmup_s }) {
    const reversals = meanOf(policy, 'scaling_reversals');
    return reversals === undefined ? '-' : ((reversals * 3600) / (duration_s - warmup_s)).toFixed(1);
}
const limitWords = {
    good: 'misses',
    latency: 'late',
    slow: 'slow',
    flaps: 'flaps',
    cost: 'over cost',
    other: 'misses',
};
/** `alike`: no difference that matters. */
const verdictWords = {
    better: 'better',
    worse: 'worse',
    'no difference that matters': 'alike',
    undecided: 'undecided',
    'not judged': '',
};
/** The worst failed limit's word, else `better` if the reference misses a limit, else the cost verdict; and the difference in cost. */
function againstCell({ policy, marks, qualifies }, { scenario, standings, reference }) {
    if (policy.name === reference)
        return ['-', ''];
    const rows = scenario.comparisons.filter(({ b }) => b === policy.name);
    const verdictOn = (measure) => rows.find((row) => row.measure === measure)?.verdict;
    const referenceStanding = standings.find((other) => other.policy.name === reference);
    const failed = limitColumns.find((column) => marks.get(column) === false);
    const cost = rows.find(({ measure }) => measure === 'cost_usd');
    let word = verdictWords[cost?.verdict ?? 'undecided'];
    // Hindsight is no choice: the row says only by how much it is cheaper, under the name to ask for it.
    if (isHindsight(policy))
        word = fitName(policy.name, 9);
    else if (failed !== undefined) {
        const isWorse = failed === 'good' && verdictOn('slo_attainment') === 'worse';
        word = isWorse ? 'worse' : limitWords[failed];
    }
    else if (qualifies && referenceStanding !== undefined && !referenceStanding.qualifies)
        word = 'better';
    const difference = typeof cost?.difference === 'number'
        ? moneyText(cost.difference * moneyUnitOf(scenario).factor, { signed: true })
        : '';
    return [word, difference];
}
