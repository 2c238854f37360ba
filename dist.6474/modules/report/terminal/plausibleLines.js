import { costText, moneyUnitOf } from '../money.js';
import { gridLines } from './grid.js';
import { inkOf } from './ink.js';
import { latencyText, percentText } from './numbers.js';
/** Between which the measures of the table lie in 90 % of the worlds; empty without worlds. */
export function plausibleLines(standings, scenario) {
    const { robustness } = scenario;
    if (robustness === undefined)
        return [];
    const money = moneyUnitOf(scenario);
    const columns = [
        { measure: 'slo_attainment', label: 'good %', show: percentText },
        { measure: 'latency_all_p99_ms', label: 'p99 all', show: latencyText },
        { measure: 'cost_usd', label: money.label, show: (usd) => costText(usd, money).replace(/\/.*$/, '') },
    ].filter(({ measure }) => standings.some(({ policy }) => policy.measures[measure]?.plausible !== undefined));
    const title = `5 .. 95 % of ${robustness.worlds} worlds`;
    const names = { head: title, cells: standings.map(({ policy }) => policy.name), isText: true };
    const shown = columns.map(({ measure, label, show }) => ({
        head: label,
        cells: standings.map(({ policy }) => {
            const range = policy.measures[measure]?.plausible;
            return range === undefined ? '-' : range.map((end) => (end === null ? 'unanswered' : show(end))).join(' .. ');
        }),
    }));
    return gridLines([names, ...shown], inkOf(false)).map((line) => `  ${line}`);
}
