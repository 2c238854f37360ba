import type { Observation } from '../../policy/observation.js';
import type { KedaMemory } from './kedaMemory.js';
import { type ScaleAnswer } from './requestScale.js';
import { type ScaledObjectSettings } from './scaledObject.js';
/**
 * One poll: reads all triggers and decides whether the target runs.
 *
 * Active if any trigger is; with `scalingModifiers` only the composite metric counts. Cpu and memory cannot wake a target
 * that is at 0, so a ScaledObject with nothing else is always active. A poll counts failures as the HPA's questions do, and
 * a trigger that has fallen back is active: so a fallback can wake a target that is at 0.
 *
 * Source: a description of kedacore/keda v2.19, pkg/scaling/scale_handler.go, getScaledObjectState (older versions counted
 * the HPA's questions only).
 */
export declare function poll(settings: ScaledObjectSettings, observation: Observation, memory: KedaMemory): ScaleAnswer;
