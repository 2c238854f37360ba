import type { TriggerFacts } from './triggerFacts.js';
/** Shards, files, jobs of pipelines and objects of the cluster. Source: a description of kedacore/keda after v2.20, pkg/scalers (keys, defaults, what is needed). */
export declare const workloadFacts: readonly TriggerFacts[];
