import { locate } from '../../base/locate.js';
import { ProblemError } from '../../base/problem.js';
import { hpaDefinition } from '../kubernetesHpa/hpaDefinition.js';
import { requestShares } from '../kubernetesHpa/hpaSpec.js';
import { lintBehavior } from '../kubernetesHpa/lintBehavior.js';
import { lintMetrics } from '../kubernetesHpa/lintMetrics.js';
import { readHpaSpec } from '../kubernetesHpa/readHpaSpec.js';
import { askTrigger, inventedValue } from './askTrigger.js';
import { compositeValue } from './compositeValue.js';
import { hpaObject } from './hpaObject.js';
import { memoryOf } from './kedaMemory.js';
import { compositeMetricName, externalTriggers } from './scaledObject.js';
/**
 * The HPA that KEDA makes, as a policy: a real one, except that KEDA answers its questions about external metrics.
 *
 * All places are those of the ScaledObject it is made of.
 * @throws ProblemError when `horizontalPodAutoscalerConfig.behavior` or the value of a cpu or memory trigger is wrong
 */
export function composeHpa(settings, source) {
    const moved = (problem) => ({ ...problem, where: placeOf(problem.where, settings, source) });
    const specOf = (whose) => readHpaSpec({ ...source, value: hpaObject(whose), document: undefined });
    try {
        const { spec, warnings } = specOf(settings);
        // A pause is the user's will and no surprise, so the lints look at the HPA without one.
        const rules = { ...settings.rules, isScaleInPaused: false, isScaleOutPaused: false };
        const unpaused = specOf({ ...settings, rules }).spec;
        const own = { ...unpaused, metrics: unpaused.metrics.filter((metric) => metric.source === 'resource') };
        return {
            definition: hpaDefinition(spec, {
                metricNames: {},
                metricsOf: (observation, state) => hpaMetrics(settings, observation, memoryOf(state)),
            }),
            warnings: warnings.map(moved),
            shares: requestShares(spec).map((share) => ({ ...share, where: placeOf(share.where, settings, source) })),
            lint: (service) => [...lintBehavior(unpaused), ...(own.metrics.length === 0 ? [] : lintMetrics(own, service))].map(moved),
        };
    }
    catch (thrown) {
        if (!(thrown instanceof ProblemError))
            throw thrown;
        throw new ProblemError(thrown.problems.map(moved));
    }
}
/** Where a part of the HPA stands in the ScaledObject. Its resource metrics follow the external ones. */
function placeOf({ path = '' }, { triggers, modifiers }, source) {
    const [, part, index, ...rest] = path.split('.');
    const isBehavior = part === 'behavior' && index !== undefined;
    if (isBehavior)
        return locate(source, ['spec', 'advanced', 'horizontalPodAutoscalerConfig', 'behavior', index, ...rest]);
    const resources = triggers.filter(({ kind }) => kind === 'resource');
    const externalCount = modifiers === undefined ? triggers.length - resources.length : 1;
    const trigger = resources[Number(index) - externalCount];
    return locate(source, ['spec', 'triggers', ...(trigger === undefined ? [] : [trigger.index])]);
}
/**
 * What KEDA's metrics server answers in one sync of the HPA: values by metric name, undefined for an error.
 *
 * Source: a description of kedacore/keda v2.19, pkg/scaling/scale_handler.go, GetScaledObjectMetrics.
 */
function hpaMetrics(settings, observation, memory) {
    const answers = externalTriggers(settings).map((trigger) => askTrigger(trigger, observation, memory, true));
    if (settings.modifiers !== undefined) {
        const { value, isInvented } = compositeValue(settings, settings.modifiers, answers, observation);
        memory.hasFallenBack = isInvented;
        return { [compositeMetricName]: value };
    }
    return Object.fromEntries(answers.map(({ trigger, value, failureCount }) => {
        if (value !== undefined)
            return [trigger.metricName, value];
        const invented = inventedValue({ ...trigger, failureCount }, settings, observation);
        memory.hasFallenBack ||= invented !== undefined;
        return [trigger.metricName, invented];
    }));
}
