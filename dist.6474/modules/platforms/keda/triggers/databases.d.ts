import { type TriggerFacts } from './triggerFacts.js';
/** Results of a query to a database or an index. Source: a description of kedacore/keda after v2.20, pkg/scalers (keys, defaults, what is needed). */
export declare const databaseFacts: readonly TriggerFacts[];
