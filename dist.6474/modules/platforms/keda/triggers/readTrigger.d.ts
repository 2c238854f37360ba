import type { TriggerSpec } from '../manifestSchema.js';
import type { ReadTrigger, TriggerPlace } from './readResult.js';
/** Reads one entry of `triggers`. */
export declare function readTriggerSpec(spec: TriggerSpec, place: TriggerPlace): ReadTrigger;
