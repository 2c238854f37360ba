import { DATE_SECONDS } from '../../base/calendarDates.js';
import { suggestion } from '../../base/nearest.js';
import { ProblemError } from '../../base/problem.js';
import { metricNames } from '../../telemetry/metrics.js';
import { onGrid } from './onGrid.js';
import { observationLimit, tooManyObservations } from './recording.js';
import { seriesOfTriggers } from './seriesOfTriggers.js';
/** What the one service of a table is called: nothing in it has a name. */
export const tableService = 'service';
/** Counts of instances that a recording may have besides metrics. */
const countNames = ['desired', 'ready', 'starting', 'min', 'max'];
/** No bound is recorded: the policy's own decision counts. */
const unboundedCount = 1_000_000;
/** Counts of instances that kube-state-metrics exports, the nearest to what is meant first (its docs/metrics/workload). */
const clusterCounts = {
    desired: [
        'kube_horizontalpodautoscaler_status_desired_replicas',
        'kube_deployment_spec_replicas',
        'kube_statefulset_replicas',
        'kube_deployment_status_replicas',
        'kube_statefulset_status_replicas',
    ],
    ready: [
        'kube_deployment_status_replicas_ready',
        'kube_deployment_status_replicas_available',
        'kube_statefulset_status_replicas_ready',
        'kube_horizontalpodautoscaler_status_current_replicas',
    ],
};
/**
 * Observations of one service from recorded columns.
 *
 * A column is what `--metric` says, or what its name says; the others are looked through for the triggers of a manifest.
 * Without a count of instances the policy's last decision stands for it: the dry run of a configuration on recorded metrics.
 * @throws ProblemError when a name is unknown, no column is mapped, or a trigger has no series
 */
export function observationsOf(recorded, options) {
    const { manifest } = options;
    rejectTooMany(recorded.seconds, manifest?.everySeconds ?? Number.POSITIVE_INFINITY, options.file);
    const { seconds, columns } = manifest === undefined || recorded.seconds.length === 0 ? recorded : onGrid(recorded, manifest.everySeconds);
    const named = mappedColumns(columns, options);
    const triggers = seriesOfTriggers(columns.filter((column) => !named.some((one) => one.column === column) && !isClusterCount(column)), options, (name) => named.some(({ target }) => target === name));
    const mapped = [...named, ...clusterColumns(columns, named, triggers)];
    rejectBadCells([...mapped, ...triggers.map(({ column }) => ({ column, target: '' }))], options.file);
    if (mapped.length === 0 && triggers.length === 0)
        throw nothingMapped(columns, options);
    const metricColumns = mapped.filter(({ target }) => metricNames.some((name) => name === target));
    const countColumns = mapped.filter(({ target }) => !metricColumns.some((one) => one.target === target));
    const hasCount = countColumns.some(({ target }) => target === 'desired' || target === 'ready');
    const [first] = seconds;
    const observations = seconds.map((instant, index) => {
        const metrics = metricColumns.flatMap(({ column, target }) => Number.isFinite(column.values[index]) ? [[target, column.values[index]]] : []);
        const counts = new Map(countColumns.map(({ column, target }) => [target, column.values[index]]));
        return {
            time: instant - first,
            ...(first >= DATE_SECONDS ? { epochSeconds: instant } : {}),
            service: tableService,
            instances: instancesOf(counts),
            metrics: Object.fromEntries(metrics),
            ...(triggers.length === 0 ? {} : { feeds: Object.fromEntries(triggers.map((one) => feedOf(one, index))) }),
            resources: {},
            context: {},
        };
    });
    const read = [...mapped, ...triggers].map(({ column }) => column);
    const ignored = columns.filter((column) => !read.includes(column));
    const shown = [...metricColumns, ...triggers];
    const missingCount = seconds.filter((_, index) => shown.some(({ column }) => !Number.isFinite(column.values[index]))).length;
    const notes = [
        ...triggers.map(({ of, column, because }) => `${of.label} reads ${column.names[0]} (${because})`),
        ...clusterColumns(columns, named, triggers).map(({ column, target }) => `${target} is ${column.names[0]}`),
        ...(seconds === recorded.seconds || seconds.length === recorded.seconds.length
            ? []
            : [
                `${recorded.seconds.length} rows recorded; it decides every ${manifest?.everySeconds} s, so ${seconds.length} times, and a value stays until the next`,
            ]),
        ...notesOf(ignored, hasCount),
    ];
    return { observations, carriesDesired: !hasCount, missingCount, notes };
}
/** Stands for a trigger that no metric of ours stands for: its series is seen through its own feed only. */
export const standIn = 'queue_depth';
function feedOf({ of, column }, index) {
    const value = column.values[index];
    return [of.feed, Number.isFinite(value) ? { [of.metric ?? standIn]: value } : {}];
}
function isClusterCount({ names }) {
    return Object.values(clusterCounts).some((counts) => counts.some((count) => names.includes(count)));
}
/** Replicas by their names in a cluster, where nothing else says how many there were. */
function clusterColumns(columns, named, triggers) {
    const open = columns.filter((column) => ![...named, ...triggers].some((one) => one.column === column));
    return ['desired', 'ready'].flatMap((target) => {
        if (named.some((one) => one.target === target))
            return [];
        for (const name of clusterCounts[target]) {
            const found = open.filter(({ names }) => names.includes(name));
            // Of several workloads nobody knows which is meant: --metric can say it.
            if (found.length === 1)
                return [{ column: found[0], target }];
        }
        return [];
    });
}
function instancesOf(counts) {
    const count = (name) => {
        const value = counts.get(name);
        return value !== undefined && Number.isFinite(value) ? Math.max(0, Math.round(value)) : undefined;
    };
    const ready = count('ready') ?? count('desired') ?? 1;
    return {
        desired: count('desired') ?? ready,
        ready,
        pending: 0,
        starting: count('starting') ?? 0,
        draining: 0,
        failed: 0,
        min: count('min') ?? 0,
        max: count('max') ?? unboundedCount,
    };
}
function mappedColumns(columns, { file, metricNames: given, manifest }) {
    const targets = [...metricNames, ...countNames];
    const names = [...new Set(columns.flatMap((column) => column.names))];
    const ofTriggers = manifest?.recordable.flatMap((one) => one.names) ?? [];
    for (const [name, target] of Object.entries(given)) {
        // `SERIES=s0`, or `s0=METRIC` and `s0=SERIES` as in a run.
        if (names.includes(name) && ofTriggers.includes(target))
            continue;
        if (ofTriggers.includes(name) && [...targets, ...names].includes(target))
            continue;
        if (ofTriggers.includes(name)) {
            throw unknown(file, `--metric ${name}=${target}: no metric or series is "${target}"`, target, [
                ...targets,
                ...names,
            ]);
        }
        if (!names.includes(name))
            throw unknown(file, `has no series or column "${name}"`, name, names);
        if (!targets.includes(target))
            throw unknown(file, `--metric ${name}=${target}: no metric is "${target}"`, target, targets);
    }
    const mapped = columns.flatMap((column) => {
        const name = column.names.find((one) => Object.hasOwn(given, one)) ?? column.names.find((one) => targets.includes(one));
        const target = name === undefined ? undefined : (given[name] ?? name);
        return target === undefined || !targets.includes(target) ? [] : [{ column, target }];
    });
    const double = mapped.find(({ target }, index) => mapped.findIndex((one) => one.target === target) < index);
    if (double !== undefined)
        throw twice(file, double.target, mapped);
    return mapped;
}
function rejectTooMany(seconds, everySeconds, file) {
    if (seconds.length > observationLimit)
        throw tooManyObservations(file);
    const spanSeconds = (seconds.at(-1) ?? 0) - (seconds[0] ?? 0);
    if (spanSeconds / everySeconds <= observationLimit)
        return;
    const what = `spans ${spanSeconds} s, which are more than ${observationLimit} decisions`;
    const why = 'A single wrong time makes a recording of mostly nothing.';
    throw new ProblemError([
        { code: 'span-too-long', where: { file }, what, why, fix: 'remove rows with a wrong time.' },
    ]);
}
/** What is read must be numbers, and counts of instances must not be negative. */
function rejectBadCells(read, file) {
    const problems = read.flatMap(({ column, target }) => {
        const isCount = countNames.some((name) => name === target);
        const bad = column.foreign ?? (isCount ? column.negative : undefined);
        if (bad === undefined)
            return [];
        const { text, ...at } = bad;
        const wanted = isCount ? 'a count of instances' : 'a finite number';
        const what = `column "${column.names[0]}": got "${text.slice(0, 40)}", not ${wanted}`;
        const fix = 'write a plain number such as 12.5, or leave the cell empty.';
        return [{ code: 'bad-cell', where: { file, ...at }, what, why: 'A policy would decide on a guess.', fix }];
    });
    if (problems.length > 0)
        throw new ProblemError(problems);
}
function nothingMapped(columns, { file }) {
    const names = columns.flatMap((column) => column.names);
    return unknown(file, 'has no series or column that is a metric here', names[0] ?? '', names, 'add --metric NAME=METRIC. ');
}
function twice(file, target, mapped) {
    const names = mapped.filter((one) => one.target === target).map(({ column }) => column.names[0]);
    return new ProblemError([
        {
            code: 'several-series',
            where: { file },
            what: `${names.length} series are ${target}: ${names.join(', ')}`,
            why: 'It is not clear which one the policy would see.',
            fix: 'name one in full with its labels, or aggregate them in the query: sum(...), avg(...).',
        },
    ]);
}
function unknown(file, what, name, known, hint = '') {
    const why = `Metrics here are ${metricNames.join(', ')}; counts ${countNames.join(', ')}.`;
    const fix = `${hint}${suggestion(name, known)}` || 'record at least one series besides the time.';
    return new ProblemError([{ code: 'unknown-metric', where: { file }, what, why, fix }]);
}
function notesOf(ignored, hasCount) {
    return [
        ...(ignored.length === 0
            ? []
            : [`not read: ${ignored.map(({ names }) => names[0]).join(', ')} (map with --metric)`]),
        ...(hasCount ? [] : ['no count of instances was recorded: each decision is taken as the count from then on']),
    ];
}
