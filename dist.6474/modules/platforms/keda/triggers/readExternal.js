import { locate } from '../../../base/locate.js';
import { suggestion } from '../../../base/nearest.js';
import { metricNames } from '../../../telemetry/metrics.js';
import { labelOf } from '../trigger.js';
import { keyPlace, mappingNames } from './readResult.js';
import { normalise } from './triggerKind.js';
/** Reads a trigger whose value is a number from outside: its target, its activation, and the metric that stands for it. */
export function readExternal(spec, kind, place) {
    const { index, isSource } = place;
    const { metadata } = spec;
    const problems = missingKeys(spec, kind, place);
    const target = readTarget(spec, kind, place, problems);
    const activation = readNumber(spec, kind.activationKeys, { preset: kind.activationDefault ?? 0, place, problems });
    const metricName = `s${index}-${normalise(kind.metricSuffix(metadata))}`;
    const mapped = mappedMetric(spec, metricName, place);
    if (mapped !== undefined && !metricNames.includes(mapped))
        problems.push(noSuchMetric(mapped));
    if (spec.metricType === 'Utilization')
        problems.push(wrongMetricType(spec, place));
    const ownType = kind.metricType?.(metadata);
    const trigger = {
        kind: 'external',
        index,
        type: spec.type,
        name: spec.name,
        metricName,
        counts: kind.countsBy?.(metadata) ?? kind.counts,
        target: target ?? 1,
        isTargetElsewhere: target === undefined && !isSource && kind.isTargetElsewhere === true,
        activation: activation ?? 0,
        metricType: ownType ?? (spec.metricType === 'Value' ? 'Value' : 'AverageValue'),
        isCached: spec.useCachedMetrics,
        isQueue: kind.isQueue === true && kind.metricGuess(metadata) === 'queue_depth',
        level: kind.level?.(metadata),
        countCap: kind.countCap?.(metadata),
        source: {
            from: 'metric',
            metric: mapped ?? kind.metricGuess(metadata),
            query: kind.promqlKey === undefined ? undefined : metadata[kind.promqlKey],
            isEmptyZero: kind.isEmptyZero?.(metadata) ?? false,
        },
    };
    return {
        trigger: problems.length === 0 ? trigger : undefined,
        problems,
        warnings: notSimulated(spec, kind, trigger, place),
    };
}
/** The target, or undefined where none has to be there: as a source of a formula, or of a scaler that answers with it. */
function readTarget(spec, kind, place, problems) {
    const { metadata } = spec;
    const keys = kind.chosenTargetKeys?.(metadata) ?? kind.targetKeys;
    const preset = kind.targetDefault ?? kind.presetTarget?.(metadata);
    const target = readNumber(spec, keys, { preset, place, problems, isWhole: kind.isTargetWhole });
    // A formula has a target of its own, and sees the values alone.
    if (place.isSource)
        return target;
    if (target === undefined && !kind.isTargetElsewhere)
        problems.push(noTarget(spec, keys, place));
    if (target !== undefined && !(target > 0))
        problems.push(badTarget(spec, keys, place, target));
    return target;
}
/** The scenario's metric that the command line names for a trigger. */
function mappedMetric(spec, metricName, { index, metricMap }) {
    const name = mappingNames(spec, { index, metricName }).find((candidate) => Object.hasOwn(metricMap, candidate));
    return name === undefined ? undefined : metricMap[name];
}
function missingKeys({ type, metadata }, { neededKeys }, place) {
    return neededKeys
        .filter((key) => metadata[key] === undefined && metadata[`${key}FromEnv`] === undefined)
        .map((key) => ({
        code: 'missing-key',
        where: keyPlace(place, key),
        what: `the trigger ${type} has no \`${key}\``,
        why: 'KEDA builds no scaler without it.',
        fix: `add \`${key}\` to its metadata.`,
    }));
}
function noTarget({ type }, keys, { source, index }) {
    const what = `the trigger ${type} has no target: ${keys.length > 1 ? 'none of ' : ''}${keys.join(', ')}`;
    return {
        code: 'missing-target',
        where: locate(source, ['spec', 'triggers', index]),
        what,
        why: 'KEDA has no default for it and builds no scaler without it.',
        fix: `add \`${keys[0]}\` to its metadata.`,
    };
}
function badTarget({ metadata }, keys, place, target) {
    const key = keys.find((candidate) => metadata[candidate] !== undefined) ?? keys[0];
    return {
        code: 'out-of-range',
        where: keyPlace(place, key),
        what: `\`${key}\` is ${target}, but must be > 0`,
        why: 'The HPA divides by it.',
        fix: 'choose what one instance should have.',
    };
}
function wrongMetricType(spec, { source, index }) {
    return {
        code: 'wrong-metric-type',
        where: locate(source, ['spec', 'triggers', index, 'metricType']),
        what: `the trigger ${spec.type} has metricType Utilization`,
        why: 'Only cpu and memory have a request to be a share of.',
        fix: 'use AverageValue (the default) or Value.',
    };
}
function noSuchMetric(name) {
    return {
        code: 'unknown-metric',
        where: { path: '--metric' },
        what: `"${name}" is not a metric of a scenario`,
        why: 'The trigger would have no value.',
        fix: suggestion(name, metricNames),
    };
}
/** What stands in the metadata and has no part in a simulation, with what it would do. */
function notSimulated(spec, kind, trigger, place) {
    const effects = Object.entries(kind.effects).filter(([key]) => spec.metadata[key] !== undefined && key !== 'mode');
    const known = new Set([...kind.placeKeys, ...kind.neededKeys]);
    const isQuery = (key) => key === kind.promqlKey || key === 'query';
    const places = Object.keys(spec.metadata).filter((key) => known.has(key) && !isQuery(key));
    const source = trigger.kind === 'external' && trigger.source.from === 'metric' ? trigger.source.metric : undefined;
    const warnings = effects.map(([key, effect]) => ({
        code: 'not-simulated',
        where: keyPlace(place, key, true),
        what: `\`${key}\` is not simulated`,
        why: `In KEDA: ${effect}.`,
        fix: 'judge the result with that in mind.',
    }));
    if (places.length === 0 && spec.authenticationRef === undefined)
        return warnings;
    const names = [...places, ...(spec.authenticationRef === undefined ? [] : ['authenticationRef'])];
    return [
        ...warnings,
        {
            code: 'not-simulated',
            where: locate(place.source, ['spec', 'triggers', place.index]),
            what: `${labelOf(trigger)}: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not used`,
            why: `The value comes from the scenario's ${source ?? 'metric that --metric names'}, whatever is at that place.`,
            fix: `to take another metric: --metric s${place.index}=METRIC.`,
        },
    ];
}
/**
 * The number that the first of these keys holds.
 *
 * KEDA reads numbers as JSON does: no sign `+`, no `.5`, no `1,000`; an empty text counts as left out.
 * Source: a description of kedacore/keda after v2.18, pkg/scalers/scalersconfig/typed_config.go.
 */
function readNumber({ metadata }, keys, options) {
    const { preset, place, problems, isWhole = false } = options;
    const key = keys.find((candidate) => (metadata[candidate]?.trim() ?? '') !== '');
    if (key === undefined)
        return preset;
    const text = metadata[key].trim();
    // Go refuses what no float64 can hold, too (strconv.ErrRange).
    const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));
    if (isNumber && (!isWhole || /^-?\d+$/.test(text))) {
        return Math.trunc(Number(text) * 1000) / 1000;
    }
    const isPlaceholder = /\$\{|\{\{|\$\(|<\w/.test(text);
    problems.push({
        code: 'bad-number',
        where: keyPlace(place, key),
        what: `\`${key}\` is "${text}" (string), which is not a ${isWhole ? 'whole ' : ''}number`,
        why: isPlaceholder ? 'It looks like a placeholder that has not been filled in.' : 'KEDA builds no scaler from it.',
        fix: isPlaceholder
            ? 'render the file first.'
            : `write a ${isWhole ? 'whole ' : ''}number in quotes, such as "${preset ?? 10}".`,
    });
    return preset ?? 1;
}
