import type { TriggerSpec } from '../manifestSchema.js';
import type { ReadTrigger, TriggerPlace } from './readResult.js';
/**
 * Reads a cpu or memory trigger, which KEDA hands to the HPA as a resource metric.
 *
 * `metadata.type` is the older spelling of `metricType`; KEDA refuses it since 2.18 (lint/refusals.ts says so).
 *
 * Source: a description of kedacore/keda v2.20, pkg/scalers/cpu_memory_scaler.go.
 */
export declare function readResource(spec: TriggerSpec, type: 'cpu' | 'memory', { source, index }: TriggerPlace): ReadTrigger;
