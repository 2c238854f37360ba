import { locate } from '../../base/locate.js';
import { ProblemError, sortProblems } from '../../base/problem.js';
import { withoutNulls } from '../fieldAt.js';
import { compileFormula } from './formula/formula.js';
import { FormulaFault } from './formula/node.js';
import { manifestProblems } from './manifestProblems.js';
import { scaledObjectSchema } from './manifestSchema.js';
import { readAnnotations } from './readAnnotations.js';
import { scaleDefaults } from './requestScale.js';
import { readTriggerSpec } from './triggers/readTrigger.js';
/** Reads a ScaledObject. @throws ProblemError with everything that is wrong in it */
export function readScaledObject(source, { metricNames }) {
    const parsed = scaledObjectSchema.safeParse(withoutNulls(source.value));
    if (!parsed.success) {
        throw new ProblemError(manifestProblems(parsed.error.issues, scaledObjectSchema, source));
    }
    const { metadata, spec } = parsed.data;
    const isSource = spec.advanced.scalingModifiers !== undefined;
    const read = spec.triggers.map((trigger, index) => readTriggerSpec(trigger, { source, index, metricMap: metricNames, isSource }));
    const triggers = read.flatMap(({ trigger }) => trigger ?? []);
    const modifiers = readModifiers(spec, source);
    const annotations = readAnnotations(metadata.annotations, source);
    const problems = [
        ...read.flatMap((one) => one.problems),
        ...modifiers.problems,
        ...annotations.problems,
        ...boundProblems(spec, source),
        ...nameProblems(spec, source),
    ];
    if (problems.length > 0)
        throw new ProblemError(sortProblems(problems));
    const { fallback } = spec;
    const settings = {
        name: metadata.name ?? spec.scaleTargetRef.name,
        targetName: spec.scaleTargetRef.name,
        pollingSeconds: spec.pollingInterval,
        maxCount: spec.maxReplicaCount,
        rules: {
            minCount: spec.minReplicaCount,
            idleCount: spec.idleReplicaCount,
            cooldownSeconds: spec.cooldownPeriod ?? scaleDefaults.cooldownSeconds,
            initialCooldownSeconds: spec.initialCooldownPeriod,
            fallbackCount: fallback?.replicas,
            ...annotations.rules,
        },
        pausedCount: annotations.pausedCount,
        fallback: fallback && {
            behavior: fallback.behavior,
            replicaCount: fallback.replicas,
            failureThresholdCount: fallback.failureThreshold,
            isIgnored: !isFallbackValid(spec),
        },
        modifiers: modifiers.modifiers,
        triggers,
        behavior: spec.advanced.horizontalPodAutoscalerConfig.behavior,
    };
    return { settings, spec, warnings: [...read.flatMap((one) => one.warnings), ...restoreWarnings(spec, source)] };
}
/**
 * Beside a formula KEDA takes a fallback only where the formula's target is a whole number; else it never acts.
 *
 * Source: a description of kedacore/keda v2.20, pkg/fallback/fallback.go (HasValidFallback).
 */
function isFallbackValid({ advanced: { scalingModifiers } }) {
    return scalingModifiers === undefined || /^\+?\d+$/.test(scalingModifiers.target);
}
function boundProblems({ minReplicaCount, maxReplicaCount }, source) {
    if (minReplicaCount <= maxReplicaCount)
        return [];
    return [
        {
            code: 'min-exceeds-max',
            where: locate(source, ['spec', 'minReplicaCount']),
            what: `minReplicaCount is ${minReplicaCount} but maxReplicaCount is ${maxReplicaCount}`,
            why: 'KEDA refuses it: no count would be allowed.',
            fix: `lower minReplicaCount to ${maxReplicaCount} or less, or raise maxReplicaCount.`,
        },
    ];
}
function nameProblems({ triggers }, source) {
    const names = triggers.map(({ name }) => name);
    return names.flatMap((name, index) => {
        if (name === undefined || names.indexOf(name) === index)
            return [];
        const where = locate(source, ['spec', 'triggers', index, 'name']);
        const what = `two triggers are named "${name}"`;
        return [
            {
                code: 'double-name',
                where,
                what,
                why: 'KEDA refuses it: a formula could not tell them apart.',
                fix: 'rename one.',
            },
        ];
    });
}
function restoreWarnings({ advanced }, source) {
    if (!advanced.restoreToOriginalReplicaCount)
        return [];
    return [
        {
            code: 'not-simulated',
            where: locate(source, ['spec', 'advanced', 'restoreToOriginalReplicaCount']),
            what: '`restoreToOriginalReplicaCount` is not simulated',
            why: 'It acts when the ScaledObject is deleted, which no run does.',
            fix: 'nothing is to be done.',
        },
    ];
}
function readModifiers(spec, source) {
    const given = spec.advanced.scalingModifiers;
    const path = ['spec', 'advanced', 'scalingModifiers'];
    const problems = [];
    if (given === undefined)
        return { modifiers: undefined, problems };
    const [target, activation] = [Number(given.target), Number(given.activationTarget)];
    if (!(target > 0)) {
        const what = `\`target\` is "${given.target}", but a number > 0 is expected`;
        problems.push({
            code: 'out-of-range',
            where: locate(source, [...path, 'target']),
            what,
            why: 'The HPA divides by it.',
            fix: 'write what one instance should have.',
        });
    }
    if (!Number.isFinite(activation)) {
        const what = `\`activationTarget\` is "${given.activationTarget}", which is not a number`;
        problems.push({
            code: 'bad-number',
            where: locate(source, [...path, 'activationTarget']),
            what,
            why: 'KEDA refuses it.',
            fix: 'write a number in quotes.',
        });
    }
    try {
        const names = spec.triggers.flatMap(({ type, name }) => (isResource(type) || name === undefined ? [] : [name]));
        const formula = compileFormula(given.formula, names);
        const modifiers = { text: given.formula, formula, target, activation, metricType: given.metricType };
        return { modifiers, problems };
    }
    catch (thrown) {
        if (!(thrown instanceof FormulaFault))
            throw thrown;
        const what = `at character ${thrown.at} of the formula: ${thrown.message}`;
        problems.push({
            code: 'bad-formula',
            where: locate(source, [...path, 'formula']),
            what,
            why: thrown.isNotSimulated
                ? 'It is a limit of this simulation; KEDA may well take it.'
                : 'KEDA refuses a formula that it cannot compute.',
            fix: thrown.fix,
        });
        return { modifiers: undefined, problems };
    }
}
/** Read by the HPA itself, so no value of a formula. */
function isResource(type) {
    return type === 'cpu' || type === 'memory';
}
