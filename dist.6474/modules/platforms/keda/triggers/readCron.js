import { locate } from '../../../base/locate.js';
import { readCron } from '../cronSchedule.js';
import { keyPlace } from './readResult.js';
import { normalise } from './triggerKind.js';
const keys = ['timezone', 'start', 'end', 'desiredReplicas'];
/**
 * Reads a cron trigger: between `start` and `end` it asks for `desiredReplicas` instances, else for none.
 *
 * Time zones have rules that change by year and place, so the run's clock (`start`) is taken to be that of the trigger.
 *
 * Source: a description of kedacore/keda v2.20, pkg/scalers/cron_scaler.go (0 outside the window since 2.18, no scaler for 0
 * instances since 2.17).
 */
export function readCronTrigger(spec, place) {
    const { timezone, start, end, desiredReplicas } = spec.metadata;
    const [startSchedule, endSchedule] = [start, end].map((text) => (text === undefined ? undefined : readCron(text)));
    const problems = cronProblems(spec, { startSchedule, endSchedule }).map(({ key, ...words }) => ({
        ...words,
        why: 'KEDA builds no scaler from it, and then none for the whole object.',
        where: keyPlace(place, key),
    }));
    problems.push(...ofTheTrigger(spec, place));
    const isReadable = typeof startSchedule === 'object' && typeof endSchedule === 'object';
    if (!isReadable || problems.length > 0)
        return { trigger: undefined, problems, warnings: [] };
    const trigger = {
        kind: 'external',
        index: place.index,
        type: 'cron',
        name: spec.name,
        metricName: `s${place.index}-${normalise(`cron-${timezone}-${nameOf(start)}-${nameOf(end)}`)}`,
        counts: 'of the count it asks for',
        target: 1,
        isTargetElsewhere: false,
        activation: 0,
        metricType: spec.metricType === 'Value' ? 'Value' : 'AverageValue',
        isCached: false,
        isQueue: false,
        level: undefined,
        countCap: undefined,
        source: {
            from: 'schedule',
            window: { start: startSchedule, end: endSchedule },
            desiredCount: Number(desiredReplicas),
            text: `from "${start}" to "${end}" (${timezone})`,
        },
    };
    return { trigger, problems, warnings: [clockWarning(spec, place)] };
}
/** A schedule within a metric's name. */
function nameOf(schedule) {
    const signs = { ' ': '', '*': 'x', '/': 'Sl', '?': 'Qm', ',': 'Cm' };
    return schedule.replace(/[ */?,]/g, (sign) => signs[sign]);
}
function cronProblems({ metadata }, { startSchedule, endSchedule }) {
    const { start, end, desiredReplicas } = metadata;
    const missing = keys.filter((key) => metadata[key] === undefined);
    const broken = Object.entries({ start: startSchedule, end: endSchedule });
    const isSame = start !== undefined && start === end;
    const isCount = desiredReplicas === undefined || /^[1-9]\d*$/.test(desiredReplicas);
    const isZero = desiredReplicas === '0';
    const noCount = isZero
        ? '`desiredReplicas` is "0", and KEDA builds no cron trigger without a count (since 2.17)'
        : `\`desiredReplicas\` is "${desiredReplicas}" (string), which is no count`;
    const countFix = isZero
        ? 'name the window in which instances should run: outside all windows it goes to minReplicaCount.'
        : 'write a count in quotes, such as "10".';
    return [
        ...missing.map((key) => ({
            key,
            code: 'missing-key',
            what: `the trigger cron has no \`${key}\``,
            fix: `add \`${key}\`.`,
        })),
        ...broken.flatMap(([key, schedule]) => {
            const fix = 'write "minute hour day month weekday", such as "0 8 * * 1-5".';
            return typeof schedule === 'string' ? [{ key, code: 'bad-schedule', what: schedule, fix }] : [];
        }),
        ...(isSame
            ? [
                {
                    key: 'end',
                    code: 'same-schedule',
                    what: '`start` and `end` are the same',
                    fix: 'let the window end later than it starts.',
                },
            ]
            : []),
        ...(isCount
            ? []
            : [{ key: 'desiredReplicas', code: isZero ? 'cron-zero' : 'bad-number', what: noCount, fix: countFix }]),
    ];
}
/** What is wrong with the trigger beside its metadata. */
function ofTheTrigger({ metricType, useCachedMetrics }, { source, index }) {
    const why = 'KEDA refuses it.';
    const at = (key) => locate(source, ['spec', 'triggers', index, key]);
    return [
        ...(metricType === 'Utilization'
            ? [
                {
                    code: 'wrong-metric-type',
                    where: at('metricType'),
                    what: 'the trigger cron has metricType Utilization',
                    why,
                    fix: 'remove it.',
                },
            ]
            : []),
        ...(useCachedMetrics
            ? [
                {
                    code: 'cached-cron',
                    where: at('useCachedMetrics'),
                    what: 'the trigger cron has useCachedMetrics',
                    why,
                    fix: 'remove it.',
                },
            ]
            : []),
    ];
}
function clockWarning(spec, { source, index }) {
    return {
        code: 'cron-clock',
        where: locate(source, ['spec', 'triggers', index, 'metadata', 'timezone']),
        what: `the clock of the run or recording is taken as that of ${spec.metadata.timezone}`,
        why: 'Time zones are not converted. A run begins at its `start`, else Monday 2026-01-05 00:00; a recording has its own dates, mostly UTC.',
        fix: 'write `start` in the scenario as the local time at which its traffic begins; shift recorded times to local time.',
    };
}
