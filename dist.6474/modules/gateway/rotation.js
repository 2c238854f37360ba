/** Bits of an instance's standing. Only a standing of `ready` alone may be picked, and a row begins its life with none. */
const ready = 1;
const full = 2;
/** Why a ready instance may be out of rotation, for as long as whoever took it out believes so. */
export const outReason = { unhealthy: 4, ejected: 8 };
/**
 * Who of one service's instances may be picked: ready, believed healthy, not ejected, and with room.
 *
 * Its balancer holds these and no others, and only orders them. Whoever believes something of an instance (a health
 * check, an ejection) says so by `takeOut` and `putBack`, at any moment of its life; a new instance in the row starts
 * afresh, and late words about the one before it are the speaker's to hold back.
 *
 * Hot: `pick`, `began` and `ended` once a request each. The only writer of `InstanceTable.standing`.
 */
export class Rotation {
    /** Whether its balancer wants `finished`; where it does not, nobody needs to measure. */
    hearsAnswers;
    #instances;
    #balancer;
    #roomCount;
    #isLimited;
    constructor({ instances, balancer, roomCount }) {
        this.#instances = instances;
        this.#balancer = balancer;
        this.#roomCount = roomCount;
        this.#isLimited = roomCount < Number.POSITIVE_INFINITY;
        this.hearsAnswers = balancer.finished !== undefined;
    }
    /** The instance takes requests from now on, unless something else keeps it out. Once in its life. */
    ready(instance) {
        this.#balancer.forget?.(instance);
        this.#change(instance, this.#instances.standing[instance] | ready);
    }
    /** The instance takes nothing new any more. */
    stopped(instance) {
        this.#change(instance, this.#instances.standing[instance] & ~ready);
    }
    /** Nothing happens where the same reason holds already. */
    takeOut(instance, reason) {
        this.#change(instance, this.#instances.standing[instance] | reason);
    }
    /** The reason does not hold any more; others may. Whoever waits in a central queue may be served now. */
    putBack(instance, reason) {
        this.#change(instance, this.#instances.standing[instance] & ~reason);
    }
    /** The instance to take the request, or -1 when none may. The next `began` is of this instance, or it refused. */
    pick(request) {
        return this.#balancer.pick(request);
    }
    /** The instance holds one request more, inside or queued: its columns say so already. */
    began(instance) {
        const standing = this.#instances.standing[instance];
        if (this.#isLimited && this.#isFull(instance))
            this.#change(instance, standing | full);
        else if (standing === ready)
            this.#balancer.loadRose(instance);
    }
    /** The instance holds one request less: its columns say so already. */
    ended(instance) {
        const standing = this.#instances.standing[instance];
        if (standing === ready)
            this.#balancer.loadFell(instance);
        else if ((standing & full) !== 0 && !this.#isFull(instance))
            this.#change(instance, standing & ~full);
    }
    /**
     * The client knows how a try went that this instance got: an answer, or that none came in time.
     *
     * @param latencySeconds since the instance got it; what came before, in a central queue, is not the instance's
     */
    finished(instance, latencySeconds, isError) {
        this.#balancer.finished?.(instance, latencySeconds, isError);
    }
    #isFull(instance) {
        return this.#instances.inside[instance] + this.#instances.queued[instance] >= this.#roomCount;
    }
    #change(instance, standing) {
        const before = this.#instances.standing[instance];
        this.#instances.standing[instance] = standing;
        if (before === standing)
            return;
        if (before === ready)
            this.#balancer.remove(instance);
        else if (standing === ready)
            this.#balancer.add(instance);
    }
}
