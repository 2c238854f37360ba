import { type TriggerFacts } from './triggerFacts.js';
/** Metrics of a monitoring system, or of a program that is asked for one. Source: a description of kedacore/keda after v2.20, pkg/scalers (keys, defaults, what is needed). */
export declare const monitoringFacts: readonly TriggerFacts[];
