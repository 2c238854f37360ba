import { locate } from '../../../base/locate.js';
import { nearest, suggestion } from '../../../base/nearest.js';
import type { Problem } from '../../../base/problem.js';
import { metricNames } from '../../../telemetry/metrics.js';
import type { TriggerSpec } from '../manifestSchema.js';
import { labelOf, type Trigger } from '../trigger.js';
import { triggerKinds } from './index.js';
import { mappingNames } from './mappingNames.js';
import { otherKind, otherTypes } from './otherKind.js';
import { readCronTrigger } from './readCron.js';
import { readResource } from './readResource.js';
import type { ReadTrigger, TriggerPlace } from './readResult.js';
import { accessKeys, normalise, type TriggerKind } from './triggerKind.js';

/** Every type of trigger that a manifest may name. */
const typeNames = ['cpu', 'memory', 'cron', ...triggerKinds.map(({ type }) => type), ...otherTypes];

/** Reads one entry of `triggers`. */
export function readTriggerSpec(spec: TriggerSpec, place: TriggerPlace): ReadTrigger {
  if (spec.type === 'cpu' || spec.type === 'memory') return readResource(spec, spec.type, place);
  if (spec.type === 'cron') return readCronTrigger(spec, place);
  const known = triggerKinds.find(({ type }) => type === spec.type);
  if (known !== undefined) return readExternal(spec, known, place);
  if (otherTypes.includes(spec.type)) return readExternal(spec, otherKind(spec.type), place);
  const problem: Problem = {
    code: 'unknown-trigger',
    where: locate(place.source, ['spec', 'triggers', place.index, 'type']),
    what: `"${spec.type}" is not a type of trigger`,
    why: 'KEDA refuses a ScaledObject with a scaler it does not have.',
    fix: suggestion(spec.type, typeNames),
  };
  return { trigger: undefined, problems: [problem], warnings: [] };
}

function readExternal(spec: TriggerSpec, kind: TriggerKind, place: TriggerPlace): ReadTrigger {
  const { index } = place;
  const problems: Problem[] = [...keyProblems(spec, kind, place)];
  const target = readNumber(spec, kind.targetKeys, kind.targetDefault, place, problems);
  const activation = readNumber(spec, kind.activationKeys, 0, place, problems);
  const metricName = `s${index}-${normalise(kind.metricSuffix(spec.metadata))}`;
  const mapped = mappedMetric(spec, metricName, place);
  if (mapped !== undefined && !(metricNames as readonly string[]).includes(mapped)) problems.push(noSuchMetric(mapped));
  if (spec.metricType === 'Utilization') problems.push(wrongMetricType(spec, place));
  if (target === undefined) problems.push(noTarget(spec, kind, place));
  else if (!(target > 0)) problems.push(badTarget(spec, kind, place, target));
  const isEmptyZero = kind.isEmptyZero?.(spec.metadata) ?? false;
  const trigger: Trigger = {
    kind: 'external',
    index,
    type: spec.type,
    name: spec.name,
    metricName,
    counts: kind.counts,
    target: target ?? 1,
    activation: activation ?? 0,
    metricType: spec.metricType === 'Value' ? 'Value' : 'AverageValue',
    isCached: spec.useCachedMetrics,
    source: {
      from: 'metric',
      metric: mapped ?? kind.metricGuess(spec.metadata),
      query: spec.metadata.query,
      isEmptyZero,
    },
  };
  return {
    trigger: problems.length === 0 ? trigger : undefined,
    problems,
    warnings: notSimulated(spec, kind, trigger, place),
  };
}

/** The scenario's metric that the command line names for a trigger. */
function mappedMetric(spec: TriggerSpec, metricName: string, { index, metricMap }: TriggerPlace): string | undefined {
  const name = mappingNames(spec, { index, metricName }).find((candidate) => Object.hasOwn(metricMap, candidate));
  return name === undefined ? undefined : metricMap[name];
}

function keyPlace({ source, index }: TriggerPlace, key: string, isKey = false) {
  return locate(source, ['spec', 'triggers', index, 'metadata', key], isKey);
}

/** Metadata is free text to the API, so a key that is misspelt goes unnoticed there. */
function keyProblems(spec: TriggerSpec, kind: TriggerKind, place: TriggerPlace): Problem[] {
  if (otherTypes.includes(kind.type)) return [];
  const known = [
    ...kind.targetKeys,
    ...kind.activationKeys,
    ...kind.placeKeys,
    ...Object.keys(kind.effects),
    ...(kind.optionKeys ?? []),
    ...kind.neededKeys,
  ];
  const isKnown = (key: string) => known.includes(key) || accessKeys.includes(key) || key.endsWith('FromEnv');
  const unknown = Object.keys(spec.metadata).filter((key) => !isKnown(key));
  const missing = kind.neededKeys.filter(
    (key) => spec.metadata[key] === undefined && spec.metadata[`${key}FromEnv`] === undefined,
  );
  return [
    ...unknown.map((key): Problem => {
      const close = nearest(key, known);
      return {
        code: 'unknown-key',
        where: keyPlace(place, key, true),
        what: `the trigger ${kind.type} has no metadata "${key}"${close === undefined ? '' : `; did you mean ${close}?`}`,
        why: 'KEDA ignores it without notice.',
        fix: suggestion(key, [...new Set(known)]),
      };
    }),
    ...missing.map(
      (key): Problem => ({
        code: 'missing-key',
        where: keyPlace(place, key),
        what: `the trigger ${kind.type} has no \`${key}\``,
        why: 'KEDA refuses the trigger without it.',
        fix: `add \`${key}\` to its metadata.`,
      }),
    ),
  ];
}

/** The number that one of the keys holds; a text that is none is a problem. */
export function readNumber(
  spec: TriggerSpec,
  keys: readonly string[],
  preset: number | undefined,
  place: TriggerPlace,
  problems: Problem[],
): number | undefined {
  const key = keys.find((candidate) => spec.metadata[candidate] !== undefined);
  if (key === undefined) return preset;
  const text = spec.metadata[key];
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Math.trunc(Number(text) * 1000) / 1000;
  problems.push({
    code: 'bad-number',
    where: keyPlace(place, key),
    what: `\`${key}\` is "${text}" (string), which is not a number`,
    why: 'KEDA refuses the trigger.',
    fix: `write a number in quotes, such as "${preset ?? 10}".`,
  });
  return preset ?? 1;
}

function noTarget(spec: TriggerSpec, { targetKeys }: TriggerKind, place: TriggerPlace): Problem {
  const isOther = otherTypes.includes(spec.type);
  return {
    code: 'missing-target',
    where: locate(place.source, ['spec', 'triggers', place.index]),
    what: `the trigger ${spec.type} has no target: none of ${targetKeys.slice(0, 6).join(', ')}`,
    why: isOther
      ? 'This type is known by name only, and none of its metadata looks like a target.'
      : 'KEDA refuses the trigger without it.',
    fix: isOther
      ? `add \`threshold\`, or use a type that is known: ${['cpu', 'memory', 'cron', ...triggerKinds.map(({ type }) => type)].join(', ')}.`
      : `add \`${targetKeys[0]}\` to its metadata.`,
  };
}

function badTarget(spec: TriggerSpec, { targetKeys }: TriggerKind, place: TriggerPlace, target: number): Problem {
  const key = targetKeys.find((candidate) => spec.metadata[candidate] !== undefined) ?? targetKeys[0];
  return {
    code: 'out-of-range',
    where: keyPlace(place, key),
    what: `\`${key}\` is ${target}, but must be > 0`,
    why: 'The HPA divides by it.',
    fix: 'choose what one instance should have.',
  };
}

function wrongMetricType(spec: TriggerSpec, { source, index }: TriggerPlace): Problem {
  return {
    code: 'wrong-metric-type',
    where: locate(source, ['spec', 'triggers', index, 'metricType']),
    what: `the trigger ${spec.type} has metricType Utilization`,
    why: 'Only cpu and memory have a request to be a share of.',
    fix: 'use AverageValue (the default) or Value.',
  };
}

function noSuchMetric(name: string): Problem {
  return {
    code: 'unknown-metric',
    where: { path: '--metric' },
    what: `"${name}" is not a metric of a scenario`,
    why: 'The trigger would have no value.',
    fix: suggestion(name, metricNames),
  };
}

/** What stands in the metadata and has no part in a simulation, with what it would do. */
function notSimulated(spec: TriggerSpec, kind: TriggerKind, trigger: Trigger, place: TriggerPlace): Problem[] {
  const read = [...kind.targetKeys, ...kind.activationKeys, ...(kind.optionKeys ?? []), 'query', 'metricName'];
  const effects = Object.entries(kind.effects).filter(([key]) => spec.metadata[key] !== undefined && key !== 'mode');
  const places = Object.keys(spec.metadata).filter((key) => !read.includes(key) && kind.effects[key] === undefined);
  const source = trigger.kind === 'external' && trigger.source.from === 'metric' ? trigger.source.metric : undefined;
  const warnings = effects.map(
    ([key, effect]): Problem => ({
      code: 'not-simulated',
      where: keyPlace(place, key, true),
      what: `\`${key}\` is not simulated`,
      why: `In KEDA: ${effect}.`,
      fix: 'judge the result with that in mind.',
    }),
  );
  if (places.length === 0 && spec.authenticationRef === undefined) return warnings;
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
