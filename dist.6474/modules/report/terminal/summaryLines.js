import { hasResults } from '../../results/results.js';
import { costText, moneyUnitOf } from '../money.js';
import { fitNames } from '../policyNames.js';
import { gridLines, gridWidth } from './grid.js';
import { meanOf, standingOf } from './standing.js';
import { wrap } from './wrap.js';
/** A name is never cut to less. */
const nameLeast = 10;
/** Several scenarios at one glance: what each policy costs in each, and whether it meets what is asked for. */
export function summaryLines(scenarios, { ink, width }) {
    if (scenarios.length < 2)
        return [];
    const names = [...new Set(scenarios.flatMap(({ policies }) => policies.map(({ name }) => name)))];
    const cells = scenarios.map((scenario) => names.map((name) => cellOf(scenario, name)));
    const shownNames = scenarios.map(({ name }) => name);
    const rows = fitNames(shownNames, 24);
    const countOf = (policy) => cells.filter((row) => row[policy].isMet === true).length;
    const heads = fitNames(names, Math.max(nameLeast, Math.floor(width / names.length) - 8));
    const columns = [
        { head: 'summary', cells: [...rows, 'met'], isText: true },
        ...names.map((_, policy) => ({
            head: heads[policy],
            cells: [...cells.map((row) => row[policy].text), `${countOf(policy)} of ${scenarios.length}`],
            marks: [...cells.map((row) => row[policy].isMet), undefined],
        })),
    ];
    if (gridWidth(columns) + 2 <= width)
        return gridLines(columns, ink).map((line) => `  ${line}`.trimEnd());
    return [
        '  summary',
        ...scenarios.flatMap(({ name }, index) => {
            const met = names.filter((_, policy) => cells[index][policy].isMet === true);
            const list = met.length === 0 ? 'no policy meets it' : `met by ${met.length} of ${names.length}: ${met.join(', ')}`;
            return wrap(`${name}: ${list}`, { width, indent: '    ' });
        }),
    ];
}
function cellOf(scenario, name) {
    const policy = scenario.policies.find((one) => one.name === name);
    if (policy === undefined)
        return { text: '-', isMet: undefined };
    if (!hasResults(policy))
        return { text: 'failed', isMet: false };
    const isAsked = scenario.slo !== null || policy.thresholds.length > 0;
    const cost = meanOf(policy, 'cost_usd');
    const text = cost === undefined ? '-' : costText(cost, moneyUnitOf(scenario));
    return { text, isMet: isAsked ? standingOf(policy, scenario).qualifies : undefined };
}
