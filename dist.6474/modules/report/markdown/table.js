import { isHindsight } from '../../results/judged.js';
import { hindsightText } from '../hindsight.js';
import { amountText, moneyText, moneyUnitOf } from '../money.js';
import { percentText } from '../terminal/numbers.js';
import { meanOf } from '../terminal/standing.js';
import { flapsCell, latencyCell } from '../terminal/table.js';
import { codeSpan, plain } from './escape.js';
/** A row a policy: what users feel, what it costs, and the verdict on the bill with its interval. Empty when none ran. */
export function policyTable(table) {
    const { scenario, standings, reference } = table;
    if (standings.length === 0)
        return [];
    const money = moneyUnitOf(scenario);
    const against = standings.length > 1 ? ` against ${codeSpan(reference)} |` : '';
    return [
        `| policy | good % | p99 all | flaps/h | ${money.label} |${against}`,
        `|---|--:|--:|--:|--:|${against === '' ? '' : '---|'}`,
        ...hindsightLast(standings).map((standing) => row(standing, table)),
        ...(money.monthText === undefined ? [] : ['', `${money.label}: ${money.monthText}.`]),
    ];
}
function hindsightLast(standings) {
    return [
        ...standings.filter(({ policy }) => !isHindsight(policy)),
        ...standings.filter(({ policy }) => isHindsight(policy)),
    ];
}
function row(standing, table) {
    const { policy, goodShare, marks } = standing;
    const { scenario, standings, chosen } = table;
    const cost = meanOf(policy, 'cost_usd');
    const cells = [
        nameCell(policy, chosen),
        `${goodShare === undefined ? '-' : percentText(goodShare)}${sign(marks.get('good'))}`,
        `${plain(latencyCell(standing))}${sign(marks.get('latency'))}`,
        `${flapsCell(standing, scenario)}${sign(marks.get('flaps'))}`,
        `${cost === undefined ? '-' : amountText(cost * moneyUnitOf(scenario).factor)}${sign(marks.get('cost'))}`,
        ...(standings.length > 1 ? [verdictCell(standing, table)] : []),
    ];
    return `| ${cells.join(' | ')} |`;
}
/** The one to take is bold; hindsight is named as what it is, and never taken. */
function nameCell(policy, chosen) {
    const name = codeSpan(policy.name);
    if (isHindsight(policy))
        return `*${hindsightText}* (${name})`;
    return policy.name === chosen ? `**${name}**` : name;
}
function sign(isKept) {
    if (isKept === undefined)
        return '';
    return isKept ? ' ✓' : ' ✗';
}
/** `worse: +$310 (+$290 to +$330)`, in the unit of the column. */
function verdictCell({ policy }, { scenario, reference }) {
    if (policy.name === reference)
        return '-';
    const comparison = scenario.comparisons.find(({ b, measure }) => b === policy.name && measure === 'cost_usd');
    if (comparison === undefined)
        return '-';
    const { difference, low, high, verdict } = comparison;
    if (difference === null)
        return verdict;
    const money = (usd) => plain(moneyText(usd * moneyUnitOf(scenario).factor, { signed: true }));
    const interval = low === null || high === null ? '' : ` (${money(low)} to ${money(high)})`;
    // Hindsight is no choice: only by how much it is cheaper.
    const word = isHindsight(policy) ? '' : `${verdict}: `;
    return `${word}${money(difference)}${interval}`;
}
