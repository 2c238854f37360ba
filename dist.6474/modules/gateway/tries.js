import { double, hasReached, word } from '../traffic/requestTable.js';
/** How tries find a slot: an instance is picked, or they wait, or they are refused. */
export class Tries {
    #clock;
    #requests;
    #instances;
    #serving;
    #journal;
    #runtimes;
    /** [group] */
    #profiles;
    #rules;
    #tracer;
    #timers;
    #queues;
    #answers;
    /** What mostly nothing asks for: memory and network, timeouts. */
    #hasBytes;
    #hasTimers;
    #begins = 0;
    constructor(options, { timers, queues, answers }) {
        this.#clock = options.clock;
        this.#requests = options.requests;
        this.#instances = options.instances;
        this.#serving = options.serving;
        this.#journal = options.journal;
        this.#runtimes = options.runtimes;
        this.#profiles = options.profiles.flatMap((profile) => options.runtimes.map(() => profile));
        this.#rules = options.rules;
        this.#tracer = options.tracer;
        this.#timers = timers;
        this.#queues = queues;
        this.#answers = answers;
        this.#hasBytes = options.profiles.some(({ memoryBytes, networkBytes }) => memoryBytes + networkBytes > 0);
        this.#hasTimers = timers.areAny;
    }
    /** A try begins: it takes a slot, waits or is refused. */
    admit(row) {
        const { doubles, words } = this.#requests;
        const at = row << 5;
        const runtime = this.#runtimes[words[at | word.service]];
        doubles[(row << 4) | double.tried] = this.#clock.nowSeconds;
        this.#tracer?.tried(row);
        if (this.#hasTimers)
            this.#timers.startTry(row, words[at | word.generation]);
        const { centralQueue } = runtime;
        // Whoever waits in the central queue came earlier, so a newcomer may only pass it when it is empty.
        const instance = centralQueue !== undefined && centralQueue.count > 0 ? -1 : runtime.rotation.pick(row);
        if (centralQueue !== undefined) {
            if (instance >= 0)
                this.#beginAtOnce(row, instance, runtime);
            else if (centralQueue.count >= runtime.centralQueueLimit)
                this.#answers.refuse(row);
            else
                this.#queues.joinCentralQueue(row, centralQueue, runtime);
        }
        else if (instance < 0)
            this.#startFor(row, runtime);
        else if (this.#instances.inside[instance] < runtime.concurrency)
            this.#beginAtOnce(row, instance, runtime);
        else if (this.#instances.queued[instance] < runtime.instanceQueueLimit)
            this.#queues.joinInstance(row, instance, runtime);
        else {
            runtime.rotation.finished(instance, this.#rules.rejectSeconds, true);
            this.#answers.refuse(row);
        }
    }
    /** The request has given its slot back. */
    left(row, instance, runtime) {
        const { words } = this.#requests;
        if (this.#hasBytes)
            this.#instances.memoryBytes[instance] -= this.#profiles[words[(row << 5) | word.group]].memoryBytes;
        runtime.rotation.ended(instance);
    }
    /** The instance has a slot free: whoever waits for it takes it. */
    serveNext(instance, runtime) {
        if (runtime.centralQueue !== undefined)
            this.serveCentralQueue(runtime);
        else if (this.#instances.queued[instance] > 0)
            this.#serveQueue(instance, runtime);
    }
    /** Whoever waits in the service's central queue is served as far as instances have room. */
    serveCentralQueue({ centralQueue, rotation, onDemand }) {
        if (centralQueue === undefined)
            return;
        while (centralQueue.count > 0) {
            const instance = rotation.pick(centralQueue.first);
            if (instance < 0)
                break;
            const row = centralQueue.shift();
            this.#queues.endWait(row);
            this.#begin(row, instance, this.#runtimes[this.#instances.service[instance]]);
        }
        onDemand?.follow(centralQueue.count);
    }
    #serveQueue(instance, runtime) {
        for (let row = this.#queues.first(instance); row >= 0; row = this.#queues.first(instance)) {
            this.#queues.leaveInstance(row);
            if (!runtime.dropExpired || !this.#requests.isOrphan(row)) {
                this.#queues.endWait(row);
                this.#begin(row, instance, runtime);
                return;
            }
            this.#requests.release(row);
        }
    }
    /** No instance takes the request: where requests start instances it waits for its own, elsewhere it is refused. */
    #startFor(row, runtime) {
        const instance = runtime.onDemand?.launch() ?? -1;
        if (instance < 0) {
            this.#answers.refuse(row);
            return;
        }
        this.#journal.coldStarted(row);
        this.#queues.joinInstance(row, instance, runtime);
    }
    #beginAtOnce(row, instance, runtime) {
        this.#requests.words[(row << 5) | word.flags] |= hasReached;
        this.#begin(row, instance, runtime);
    }
    /** The request takes a slot of the instance. */
    #begin(row, instance, runtime) {
        const { doubles, words } = this.#requests;
        const at = row << 5;
        words[at | word.instance] = instance;
        words[at | word.beginNumber] = this.#begins++;
        doubles[(row << 4) | double.began] = this.#clock.nowSeconds;
        if (this.#hasBytes)
            this.#instances.memoryBytes[instance] += this.#profiles[words[at | word.group]].memoryBytes;
        this.#serving.begin(instance, row);
        runtime.rotation.began(instance);
        this.#tracer?.began(row, instance, this.#serving.cpuFactor(instance));
    }
}
