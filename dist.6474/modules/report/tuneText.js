import { visibleLine } from '../base/visible.js';
import { counted } from './format.js';
import { moneyUnitOf } from './money.js';
import { besideNames, gridLines } from './terminal/grid.js';
import { inkOf } from './terminal/ink.js';
import { percentText, threeDigits } from './terminal/numbers.js';
import { bareGoalText, isRunCost, usedText, verdictText } from './tuneWords.js';
/** Settings of the front that are shown; the page has all. */
const mostRows = 12;
/** What `tune` found: the answer, the front, what was used, the diff to deploy. */
export function tuneText(result, { color, verbose, written, columns = 96 }) {
    const { scenario, policy, goal, must, search, notes, why, deployment } = result;
    const ink = inkOf(color);
    const musts = must.map(({ metric, expression }) => `${metric} ${expression}`).join(' and ');
    const lines = [
        `${scenario.name}   ${policy}: ${counted(search.tried, 'setting')} of ${counted(search.combinations, 'combination')}, least first of ${goal.measure}`.replace('least first', goal.better === 'lower' ? 'least' : 'most'),
        ...(musts === ''
            ? []
            : [`must        ${musts}${result.must_of_scenario ? '  (of the scenario)' : ''}${worldsText(result)}`]),
        '',
        ...verdictText(result).map((line, index) => `  ${index === 0 ? ink.bold(visibleLine(line)) : visibleLine(line)}`),
        ...why.map((line) => `  ${visibleLine(line)}`),
        '',
        ...tableLines(result, { verbose, columns, color }).map((line) => `  ${line}`),
        '',
        `  runs        ${usedText(result)}`,
        `  ended       ${endText(search.ended)}`,
        ...notes.map((note) => `  note        ${visibleLine(note)}`),
        ...(deployment === null ? [] : ['', ...deploymentLines(deployment)]),
        '',
        `  report      ${written}`,
    ];
    return `${lines.join('\n')}\n`;
}
function worldsText({ worlds }) {
    return worlds === undefined ? '' : `  in ${percentText(worlds.share)} % of the worlds`;
}
function endText(ended) {
    const words = {
        'one-left': 'one setting was left',
        alike: 'the settings left differ by no more than matters (2 %)',
        'none-meets': 'every run of every setting left misses what must hold',
        'most-runs': 'the settings left had 80 runs each',
        budget: 'the budget was used up',
        'all-failed': 'every setting failed',
    };
    return words[ended];
}
function deploymentLines(deployment) {
    const { kind, file, diff, reason, policy, written } = deployment;
    const because = reason === undefined ? '' : ` (${reason})`;
    if (kind === 'none')
        return [`  deploy      nothing: ${visibleLine(file)} has the best values already`];
    if (kind === 'parameters')
        return [`  deploy      --policy '${visibleLine(policy)}'${visibleLine(because)}`];
    return [
        `  deploy      ${visibleLine(written === undefined ? `this change${because}; --write-best FILE writes it` : `written to ${written}${because}`)}`,
        '',
        ...(diff ?? '').trimEnd().split('\n').map(visibleLine),
    ];
}
/** The front, the fresh figures first; with `verbose` every setting. */
function tableLines(result, { verbose, columns, color }) {
    const { points, finals, today, best } = result;
    const shown = points.filter(({ front, failure }) => failure === undefined && (verbose || front));
    const rows = [
        ...finals.map((final) => ({ name: final === best ? '* best, fresh' : '  fresh', ...final, figures: final })),
        ...(today === null ? [] : [{ name: '  as it is, fresh', params: {}, figures: today }]),
        ...shown.slice(0, verbose ? undefined : mostRows).map((point) => ({ name: '', ...point, figures: point })),
    ];
    if (rows.length === 0)
        return [];
    const longest = Math.max(...rows.map(({ name }) => name.length));
    const names = { head: '', cells: rows.map(({ name }) => name), isText: true };
    const { columns: fitting } = besideNames(rowColumns(result, rows), { width: columns - 2, longest, least: longest });
    const more = verbose ? 0 : shown.length - mostRows;
    return [
        ...gridLines([names, ...fitting], inkOf(color)),
        ...(more > 0 ? [`  and ${more} more of the front in the page`] : []),
        'In brackets 95 % intervals: chance between runs, not error of the inputs. Only "fresh" rows are of runs that did not choose.',
    ];
}
function rowColumns(result, rows) {
    const { goal, must, vary, worlds } = result;
    return [
        ...vary.map(({ key }) => {
            return { head: visibleLine(key), cells: rows.map(({ params }) => visibleLine(String(params[key] ?? '-'))) };
        }),
        {
            head: isRunCost(goal) ? `cost ${moneyUnitOf(result.scenario).label}` : goal.measure,
            cells: rows.map(({ figures }) => intervalText(figures.goal, (value) => bareGoalText(value, result))),
        },
        ...must.map(({ metric, expression }, index) => ({
            head: visibleLine(`${metric} ${expression}`),
            cells: rows.map(({ figures: { must: all, runs } }) => worlds === undefined ? mustText(all[index]) : `${all[index].runs_met} of ${runs} worlds`),
            marks: rows.map(({ figures: { must: all, runs } }) => worlds === undefined ? all[index].ok : all[index].runs_met >= worlds.share * runs),
            ...(index === 0 ? {} : { dropped: 10 - index }),
        })),
        {
            head: 'good %',
            cells: rows.map(({ figures }) => (figures.good_share.mean === null ? '-' : percentText(figures.good_share.mean))),
            dropped: 1,
        },
        { head: 'runs', cells: rows.map(({ figures }) => String(figures.runs)), dropped: 2 },
    ];
}
/** `$0.199/run [$0.197/run..$0.202/run]` */
export function intervalText({ mean, low, high, about, reason }, textOf) {
    if (mean === null)
        return reason ?? '-';
    if (low === null || high === null || low === high)
        return textOf(mean);
    return `${textOf(mean)} [${about === true ? 'about ' : ''}${textOf(low)}..${textOf(high)}]`;
}
/** `219 [216..223]` */
export function mustText({ value, low, high, reason }) {
    if (value === null)
        return reason ?? 'no data';
    if (low === null || high === null || low === high)
        return threeDigits(value);
    return `${threeDigits(value)} [${threeDigits(low)}..${threeDigits(high)}]`;
}
