import { amountText, moneyUnitOf } from '../money.js';
import { fitNames } from '../policyNames.js';
import { unansweredText } from '../unansweredText.js';
import { besideNames, gridLines } from './grid.js';
import { latencyText, percentText, spanText, threeDigits } from './numbers.js';
import { meanOf } from './standing.js';
import { capLines, wrap } from './wrap.js';
const rowLimit = 8;
/** Beside the rows of one policy the worst service of each other one. */
const otherLimit = 2;
/** Where there are several services: each under the choice, else under the reference, worst first; and the worst of the others. */
export function serviceLines(standings, context) {
    const { chosen, width } = context;
    const focus = standings.find(({ policy }) => policy.name === chosen) ?? standings[0];
    if (focus === undefined || focus.policy.timeline.length < 2)
        return [];
    const others = standings.flatMap(({ policy }) => {
        const [worst] = servicesOf(policy);
        if (policy === focus.policy || worst?.goodShare === undefined)
            return [];
        return [`${policy.name} ${worst.service} (${percentText(worst.goodShare)} % good)`];
    });
    const indent = '  ';
    const worstOfOthers = wrap(`worst under the others: ${others.join('; ')}`, { width, indent });
    return [
        ...rowsOf(focus.policy, context),
        ...(others.length === 0
            ? []
            : capLines(worstOfOthers, otherLimit, (count) => `${indent}${count} more lines: see the report`)),
    ];
}
/** The SLO is over all services together: it may be met while the users of one are not served. None where that is not so. */
export function weakServiceLines(standings, { slo }, chosen) {
    const focus = standings.find(({ policy }) => policy.name === chosen) ?? standings[0];
    if (slo === null || focus?.meetsSlo !== true || focus.policy.timeline.length < 2)
        return [];
    const weak = servicesOf(focus.policy).filter(({ goodShare }) => goodShare !== undefined && goodShare < slo.objective);
    if (weak.length === 0)
        return [];
    const list = weak.map(({ service, goodShare = 0 }) => `${service} ${percentText(goodShare)} % good`);
    return [`! ${focus.policy.name} meets the SLO over all services together, but not in each: ${list.join(', ')}`];
}
/** The lowest good share first, then the highest cost. */
function servicesOf(policy) {
    const services = policy.timeline.map(({ service }) => ({
        service,
        goodShare: goodShareOf(policy, service),
        costUsd: meanOf(policy, `services.${service}.cost_usd`),
    }));
    return services.sort((a, b) => (a.goodShare ?? Infinity) - (b.goodShare ?? Infinity) || (b.costUsd ?? 0) - (a.costUsd ?? 0) || 0);
}
/** Good and judged requests of all runs together, as the SLO is judged; without an slo every completed one is good. */
function goodShareOf(policy, service) {
    const offered = meanOf(policy, `services.${service}.requests_offered`);
    const good = meanOf(policy, `services.${service}.requests_good`);
    const attained = meanOf(policy, `services.${service}.slo_attainment`);
    return attained ?? (offered === undefined || good === undefined || offered === 0 ? undefined : good / offered);
}
function rowsOf(policy, { scenario, ink, width }) {
    const rows = servicesOf(policy);
    const money = moneyUnitOf(scenario);
    const figure = (head, name, show) => ({
        head,
        cells: rows.map(({ service }) => {
            const value = meanOf(policy, `services.${service}.${name}`);
            return value === undefined ? '-' : show(value);
        }),
    });
    const { slo } = scenario;
    const columns = [
        {
            head: 'good %',
            cells: rows.map(({ goodShare }) => (goodShare === undefined ? '-' : percentText(goodShare))),
            ...(slo === null
                ? {}
                : { marks: rows.map(({ goodShare }) => (goodShare === undefined ? undefined : goodShare >= slo.objective)) }),
        },
        { head: 'p99 all', cells: rows.map(({ service }) => latencyCell(policy, service)) },
        { ...figure('slow for', 'time_above_slo_s', spanText), dropped: 2 },
        { ...figure('peak', 'instances_peak', threeDigits), dropped: 1 },
        figure(money.label, 'cost_usd', (cost) => amountText(cost * money.factor)),
    ];
    const title = `services under ${policy.name}`;
    const names = rows.map(({ service }) => service);
    const longest = Math.max(...[title, ...names].map((name) => [...name].length));
    const fitting = besideNames(columns, { width: width - 2, longest, least: 20 });
    const [head, ...cells] = fitNames([title, ...names], fitting.nameWidth);
    const lines = gridLines([{ head, cells, isText: true }, ...fitting.columns], ink).map((line) => `  ${line}`.trimEnd());
    return capLines(lines, rowLimit + 1, (count) => `  ${count} more services: see the report`);
}
function latencyCell({ measures }, service) {
    const p99 = measures[`services.${service}.latency_all_p99_ms`];
    if (typeof p99?.mean === 'number')
        return latencyText(p99.mean);
    const share = measures[`services.${service}.unanswered_ratio`];
    return p99?.reason === 'unanswered'
        ? unansweredText({ measures: share === undefined ? {} : { unanswered_ratio: share } })
        : '-';
}
