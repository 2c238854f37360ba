import { type DecisionEntry, DecisionLog, type DecisionLogOptions } from '../record/decisionLog.js';
import { type BillingRule, FleetLog, type InstanceLife, type Launch } from '../record/fleetLog.js';
import { type PolicyLine, PolicyLog, type PolicyLogLimits } from '../record/policyLog.js';
import type { Tell } from '../record/runEvents.js';
import type { Scrape } from '../telemetry/pipeline.js';
interface ServiceEventTarget {
    readonly tell: Tell;
    readonly service: string;
}
interface FleetEventTarget extends ServiceEventTarget {
    /** How long an instance may drain. */
    readonly drainSeconds: number;
}
/** Tells of every change of an instance. */
export declare class FleetEventWriter extends FleetLog {
    #private;
    constructor(span: {
        readonly fromSeconds: number;
        readonly toSeconds: number;
    }, billing: BillingRule, eventTarget: FleetEventTarget);
    launched(launchNumber: number, { zone, startupSeconds, nowSeconds }: Launch): void;
    readyChanged(ready: number, nowSeconds: number, launchNumber: number): void;
    lived(life: InstanceLife): void;
}
/** Tells of every decision, equal ones too. */
export declare class DecisionEventWriter extends DecisionLog {
    #private;
    constructor(options: DecisionLogOptions, eventTarget: ServiceEventTarget);
    record(entry: DecisionEntry): void;
}
/** Tells of every line that a policy prints, as far as there is room for it, and at the end how many there was none for. */
export declare class PolicyEventWriter extends PolicyLog {
    #private;
    constructor(limits: PolicyLogLimits, tell: Tell);
    add(line: PolicyLine): void;
    end(timeSeconds: number): void;
}
/** Tells of every scrape, a line for each service. */
export declare function scrapeEventWriter(tell: Tell, services: readonly {
    readonly name: string;
}[]): (scrape: Scrape) => void;
export {};
