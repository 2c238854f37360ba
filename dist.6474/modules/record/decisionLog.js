import { takeBytes } from '../kernel/columns.js';
import { StepCurve } from '../stats/stepCurve.js';
/** What stays of a decision that differs from the one before. */
const bytesOfDecision = 250;
/** Opposite actions so near to each other are a reversal at least; where instances start slowly, over twice that time. */
export const leastReversalSeconds = 300;
/** One service's decisions: run-length coded rows, and the counts of flapping. */
export class DecisionLog {
    #options;
    rows = [];
    desiredRuns = [];
    /** Desired instances in force; empty without a decision. */
    appliedCurve = new StepCurve();
    reversalTimes = [];
    /** Accepted actions of the whole run, warm-up and all. */
    actionCount = 0;
    scaleUps = 0;
    scaleDowns = 0;
    reversals = 0;
    clamped = 0;
    throttled = 0;
    refused = 0;
    failed = 0;
    #lastSign = 0;
    #lastActionSeconds = Number.NEGATIVE_INFINITY;
    constructor(options) {
        this.#options = options;
    }
    record(entry) {
        this.#keep(entry);
        this.#note(entry);
        this.#count(entry);
        const sign = Math.sign(entry.applied - entry.before);
        if (sign !== 0)
            this.#act(sign, entry.timeSeconds);
    }
    #keep(entry) {
        if (!this.#options.keepRows)
            return;
        const last = this.rows[this.rows.length - 1];
        const isSame = last !== undefined && last.desired === entry.desired && last.result === entry.result && last.rule === entry.rule;
        const { controller, timeSeconds: untilSeconds } = entry;
        if (!isSame || last.applied !== entry.applied) {
            const controllers = controller === undefined ? {} : { controllers: new Set([controller]) };
            this.rows.push({ ...entry, untilSeconds, ...controllers });
            return;
        }
        last.untilSeconds = untilSeconds;
        if (controller !== undefined)
            last.controllers?.add(controller);
    }
    #note({ timeSeconds, desired, applied, before, result, heldBy, held }) {
        const last = this.desiredRuns[this.desiredRuns.length - 1];
        const isCut = result !== 'accepted' && applied < desired;
        const isHeldBack = isCut || heldBy !== undefined;
        const isSame = last?.desired === desired && last.applied === applied && last.isHeldBack === isHeldBack;
        if (isSame && last.held?.by === held?.by) {
            last.untilSeconds = timeSeconds;
            if (held !== undefined && held.wanted > (last.held?.wanted ?? 0))
                last.held = held;
        }
        else {
            takeBytes(bytesOfDecision);
            const desiredRun = { fromSeconds: timeSeconds, untilSeconds: timeSeconds, desired, applied, isHeldBack };
            this.desiredRuns.push(held === undefined ? desiredRun : { ...desiredRun, held });
        }
        if (this.appliedCurve.seconds.length === 0)
            this.appliedCurve.set(0, before);
        this.appliedCurve.set(timeSeconds, applied);
    }
    #count({ result, timeSeconds }) {
        if (!this.#isMeasured(timeSeconds))
            return;
        if (result === 'clamped')
            this.clamped++;
        if (result === 'throttled')
            this.throttled++;
        if (result === 'refused')
            this.refused++;
        if (result === 'failed')
            this.failed++;
    }
    #act(sign, timeSeconds) {
        this.actionCount++;
        const isMeasured = this.#isMeasured(timeSeconds);
        if (isMeasured && sign > 0)
            this.scaleUps++;
        if (isMeasured && sign < 0)
            this.scaleDowns++;
        const isReversal = sign === -this.#lastSign && timeSeconds - this.#lastActionSeconds <= this.#options.reversalSeconds;
        if (isReversal && isMeasured) {
            this.reversals++;
            this.reversalTimes.push(timeSeconds);
        }
        this.#lastSign = sign;
        this.#lastActionSeconds = timeSeconds;
    }
    #isMeasured(timeSeconds) {
        return timeSeconds >= this.#options.fromSeconds && timeSeconds < this.#options.toSeconds;
    }
}
