import type { TriggerKind } from './triggerKind.js';
/**
 * Every type of trigger that reads a number from outside; `cpu`, `memory` and `cron` do not.
 *
 * Source: kedacore/keda after v2.20, pkg/scaling/scalers_builder.go.
 */
export declare const triggerKinds: readonly TriggerKind[];
/** Types that KEDA once had, each with what became of it. */
export declare const removedTypes: Readonly<Record<string, string>>;
