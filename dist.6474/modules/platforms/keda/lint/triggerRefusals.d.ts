import type { Lint } from '../../platform.js';
import { type TriggerContext } from './context.js';
/** What the API server refuses of a trigger, and what no scaler is built from: KEDA takes that, and then scales nothing. */
export declare function triggerRefusals(context: TriggerContext): Lint[];
export declare const noScaler = "KEDA builds no scaler from it, and then none for the whole object: nothing scales.";
