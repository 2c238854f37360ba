import type { Calendar } from '../kernel/calendar.js';
import type { Stream } from '../random/stream.js';
import type { FaultWorld } from './fault.js';
import { type FaultSettings } from './kinds/index.js';
/** A fault as it happened. */
export interface FaultEvent {
    readonly kind: string;
    readonly fromSeconds: number;
    /** Infinity while it lasts; = from for a fault that is over at once. */
    untilSeconds: number;
}
export interface FaultPlan {
    readonly settings: FaultSettings;
    readonly world: FaultWorld;
    readonly calendar: Calendar;
    nowSeconds(): number;
    /** Draws when and how long, apart from the victims, so that policies meet the faults at the same times. */
    readonly timeStream: Stream;
    /** Told of every fault as it begins. */
    begun(event: FaultEvent): void;
    /** Told of those that end by themselves. */
    over(event: FaultEvent): void;
}
/** Plans a fault: once at its time, or again and again, each from the end of the one before. */
export declare function planFault({ settings, world, calendar, nowSeconds, timeStream, begun, over }: FaultPlan): void;
