import type { State } from '../../../policy/policy.js';
import type { AlarmState } from '../algorithm/alarm.js';
import type { Addition } from '../algorithm/cooldown.js';
import type { SimpleActivity } from '../algorithm/simpleScaling.js';
import type { FleetView, ReadyBatch } from './fleetView.js';
import type { SampleCursor } from './readSlot.js';
import type { SlotSeries } from './slotSeries.js';
import type { Bounds, Verdict } from './verdict.js';
/** All that the policies of one group remember between ticks of one run. */
export interface Memory {
    /** The last tick that was evaluated; -Infinity before the first. */
    tick: number;
    /** What each policy said when its last datapoint came, by name. */
    readonly verdicts: Map<string, Verdict>;
    readonly feeds: Map<string, {
        readonly series: SlotSeries;
        readonly cursor: SampleCursor;
    }>;
    /** By the alarm's place in the model. */
    readonly alarmStates: Map<string, AlarmState>;
    readonly batches: ReadyBatch[];
    /** What was asked for at the last tick; what came of it shows at the next. */
    asked: Asked | undefined;
    /** Scale-outs that were granted, oldest first. */
    additions: Addition[];
    /** When the last scale-in was granted; undefined once a scale-out ended its cooldown. */
    scaledInSeconds: number | undefined;
    simple: SimpleActivity | undefined;
}
/** What a policy has to judge by. */
export interface JudgeContext {
    readonly fleet: FleetView;
    readonly memory: Memory;
    readonly bounds: Bounds;
}
interface Asked {
    readonly seconds: number;
    readonly fromCount: number;
    /** Of the simple policy that asked. */
    readonly simpleCooldownSeconds: number | undefined;
}
/** The memory of this run, made at the first tick. */
export declare function memoryOf(state: State): Memory;
/**
 * What came of the last decision: a call that was throttled or refused changed nothing, and starts no cooldown.
 *
 * @returns nothing; the cooldowns of `memory` are up to date afterwards
 */
export declare function noteOutcome(memory: Memory, fleet: FleetView): void;
export {};
