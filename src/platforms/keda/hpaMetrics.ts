import type { Observation } from '../../policy/observation.js';
import { askTrigger, inventedValue } from './askTrigger.js';
import { compositeValue } from './compositeValue.js';
import type { KedaMemory } from './kedaMemory.js';
import { compositeMetricName, externalTriggers, type ScaledObjectSettings } from './scaledObject.js';

/**
 * What KEDA's metrics server answers in one sync of the HPA: values by metric name, undefined for an error.
 *
 * Source: a description of kedacore/keda v2.19, pkg/scaling/scale_handler.go, GetScaledObjectMetrics.
 */
export function hpaMetrics(
  settings: ScaledObjectSettings,
  observation: Observation,
  memory: KedaMemory,
): Readonly<Record<string, number | undefined>> {
  const answers = externalTriggers(settings).map((trigger) => askTrigger(trigger, observation, memory, true));
  if (settings.modifiers !== undefined) {
    const { value, isInvented } = compositeValue(settings, settings.modifiers, answers, observation);
    memory.hasFallenBack = isInvented;
    return { [compositeMetricName]: value };
  }
  return Object.fromEntries(
    answers.map(({ trigger, value, failureCount }) => {
      if (value !== undefined) return [trigger.metricName, value];
      const invented = inventedValue({ ...trigger, failureCount }, settings, observation);
      memory.hasFallenBack ||= invented !== undefined;
      return [trigger.metricName, invented];
    }),
  );
}
