import type { TriggerFacts } from './triggerFacts.js';
/** Queues, streams and topics of brokers. Source: a description of kedacore/keda after v2.20, pkg/scalers (keys, defaults, what is needed). */
export declare const brokerFacts: readonly TriggerFacts[];
