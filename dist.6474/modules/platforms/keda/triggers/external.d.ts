import type { TriggerKind } from './triggerKind.js';
/** The key by which a run is told the target of an external scaler; the name that the scaler's answer has for it. */
export declare const externalTargetKey = "targetSize";
export declare const externalKinds: readonly TriggerKind[];
