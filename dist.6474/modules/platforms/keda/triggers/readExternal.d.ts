import type { TriggerSpec } from '../manifestSchema.js';
import { type ReadTrigger, type TriggerPlace } from './readResult.js';
import { type TriggerKind } from './triggerKind.js';
/** Reads a trigger whose value is a number from outside: its target, its activation, and the metric that stands for it. */
export declare function readExternal(spec: TriggerSpec, kind: TriggerKind, place: TriggerPlace): ReadTrigger;
