import { RateLimit } from './rateLimit.js';
/**
 * The provider's scaling API in virtual time.
 *
 * A decision is rounded up and clamped to min..max; only a change of the desired count is a call, which may be throttled
 * (429), fail, or be refused in part: what fits quota and capacity is granted, never less than there is.
 */
export class Cloud {
    #options;
    #rateLimit;
    #fleets = [];
    latencySeconds;
    constructor(options) {
        this.#options = options;
        const { latency, rateLimit } = options.settings.api;
        this.latencySeconds = latency;
        this.#rateLimit = rateLimit && new RateLimit({ calls: rateLimit.calls, perSeconds: rateLimit.per });
    }
    /** The fleets it runs; they need the cloud first, so they are introduced afterwards. */
    serve(fleets) {
        this.#fleets = fleets;
    }
    canLaunch() {
        return !this.#options.isOut() && this.#sum((fleet) => fleet.aliveCount) < this.#available();
    }
    /** A call that changes nothing. */
    read() {
        return this.#failureOf(this.#options.nowSeconds());
    }
    /** Carries out a decision as far as it goes; what came of it is the entry for the log. */
    scale(service, decision) {
        const { desired: wished, rule, reason, heldBy, atMaximum, instance } = decision;
        const fleet = this.#fleets[service];
        const { minCount, maxCount } = this.#options.bounds[service];
        const desired = Math.ceil(wished);
        const clamped = Math.min(Math.max(desired, minCount), maxCount);
        const before = fleet.desired;
        const timeSeconds = this.#options.nowSeconds();
        const wanted = Math.max(desired, Math.ceil(atMaximum?.wanted ?? 0));
        const ownMaximum = atMaximum && { wanted, by: atMaximum.setting };
        const held = desired > maxCount ? { wanted, by: 'scaling.max' } : ownMaximum;
        // Spelled out: a copy of an object costs as much as the rest, and a decision comes at every tick.
        const entry = (applied, result, why = held) => ({
            timeSeconds,
            wished,
            desired,
            applied,
            before,
            result,
            rule,
            reason,
            heldBy,
            held: why,
        });
        const cut = clamped === desired ? 'accepted' : 'clamped';
        if (clamped === before && decision.isRequest !== true)
            return entry(before, cut);
        const failure = this.#failureOf(timeSeconds);
        if (failure !== undefined) {
            const by = failure === 'throttled' ? 'cloud.api.rateLimit' : 'cloud.api';
            return entry(before, failure, { wanted, by });
        }
        const isWholeOrNothing = decision.isStrict === true || instance !== undefined;
        if (isWholeOrNothing && cut === 'clamped')
            return entry(before, cut);
        const applied = this.#granted(fleet, clamped);
        if (applied !== before || instance !== undefined)
            fleet.accept(applied, instance);
        if (applied >= clamped)
            return entry(applied, cut);
        const by = this.#quota() <= this.#available() ? 'cloud.quota' : 'cloud.capacity';
        return entry(applied, 'refused', { wanted, by });
    }
    #failureOf(timeSeconds) {
        if (this.#rateLimit?.take(timeSeconds) === false)
            return 'throttled';
        const { errorRate } = this.#options.settings.api;
        const isFailed = errorRate > 0 && this.#options.errorStream.uniform() < errorRate;
        return isFailed || this.#options.isOut() ? 'failed' : undefined;
    }
    /** What quota and capacity leave of a decision to grow; shrinking always fits. */
    #granted(fleet, wanted) {
        if (wanted <= fleet.desired)
            return wanted;
        const others = this.#sum((other) => (other === fleet ? 0 : other.desired) + other.drainingCount);
        const room = Math.min(this.#quota(), this.#available()) - others;
        return Math.max(fleet.desired, Math.min(wanted, room));
    }
    #quota() {
        return this.#options.settings.quota ?? Number.POSITIVE_INFINITY;
    }
    #available() {
        const now = this.#options.nowSeconds();
        const step = this.#options.settings.capacity.findLast(({ at }) => at <= now);
        return step?.available ?? Number.POSITIVE_INFINITY;
    }
    #sum(numberOf) {
        return this.#fleets.reduce((total, fleet) => total + numberOf(fleet), 0);
    }
}
