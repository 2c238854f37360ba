import { ProblemError } from '../../base/problem.js';
import { selectorNames } from '../../platforms/keda/promql.js';
/**
 * Finds the recorded series of each trigger: by `--metric`, by the trigger's names, by its query, or as the only one left.
 *
 * @param free columns that nothing else has claimed
 * @param hasMetric whether the recording has this metric of ours
 * @throws ProblemError naming the triggers without a series and the series without a trigger
 */
export function seriesOfTriggers(free, { file, metricNames: given, manifest }, hasMetric) {
    const all = manifest?.recordable ?? [];
    const taken = [];
    const take = (of, columns, because) => {
        const open = columns.filter((column) => !taken.some((one) => one.column === column));
        if (taken.some((one) => one.of === of) || open.length === 0)
            return;
        if (open.length > 1)
            throw severalSeries(of, open, file);
        taken.push({ of, column: open[0], because });
    };
    for (const of of all) {
        take(of, free.filter((column) => isMapped(column, of, given)), '--metric');
    }
    for (const of of all) {
        take(of, free.filter((column) => column.names.some((name) => isNameOf(name, of))), 'its name');
    }
    for (const of of all) {
        // A metric of ours stands for it, as in a run.
        if (hasMetric(of.metric))
            continue;
        take(of, free.filter((column) => isQueryOf(column, of)), 'its query');
    }
    const left = all.filter((of) => !taken.some((one) => one.of === of) && !hasMetric(of.metric));
    const rest = free.filter((column) => !taken.some((one) => one.column === column));
    if (left.length === 1 && rest.length === 1)
        take(left[0], rest, 'the only series left');
    const without = left.filter((of) => !taken.some((one) => one.of === of));
    if (without.length > 0)
        throw noSeries(without, rest, file);
    return taken;
}
function isMapped({ names }, of, given) {
    return (names.some((name) => Object.hasOwn(given, name) && of.names.includes(given[name])) ||
        of.names.some((own) => Object.hasOwn(given, own) && names.includes(given[own])));
}
/** Called like the trigger, or KEDA's own gauge of it: keda_scaler_metrics_value{metric="s0-prometheus"}. */
function isNameOf(name, of) {
    if (of.names.includes(name))
        return true;
    return (/^keda_(scaler_metrics_value|metrics_adapter_scaler_metrics_value)\{/.test(name) &&
        name.includes(`metric="${of.feed}"`));
}
/** A column headed by the query itself, or by the one metric that it reads. */
function isQueryOf({ names }, { query }) {
    if (query === undefined)
        return false;
    const plain = (text) => text.replace(/\s+/g, '');
    if (names.some((name) => plain(name) === plain(query)))
        return true;
    const selectors = selectorNames(query);
    return selectors.length === 1 && names.includes(selectors[0]);
}
const listed = (columns) => columns.length === 0 ? 'none is left' : columns.map(({ names }) => names[0]).join(', ');
function severalSeries({ label, names }, columns, file) {
    return new ProblemError([
        {
            code: 'several-series',
            where: { file },
            what: `${columns.length} series fit ${label}: ${listed(columns)}`,
            why: 'KEDA fails on a query with several results.',
            fix: `name one in full: --metric 'SERIES=${names[0]}'.`,
        },
    ]);
}
function noSeries(without, rest, file) {
    return new ProblemError(without.map(({ label, names, query }) => ({
        code: 'no-series',
        where: { file },
        what: `has no series for ${label}${query === undefined ? '' : ` (${query})`}; series that nothing reads: ${listed(rest)}`,
        why: 'Without its value the trigger would look like one that always fails.',
        fix: `name its series: --metric 'SERIES=${names[0]}', or call the file or the series ${names[0]}.`,
    })));
}
