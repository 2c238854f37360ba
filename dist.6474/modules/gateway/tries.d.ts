import type { Answers } from './answers.js';
import type { GatewayOptions } from './gatewayOptions.js';
import type { Queues } from './queues.js';
import type { ServiceRuntime } from './serviceRuntime.js';
import type { Timers } from './timers.js';
/** What a try goes through beside the services. */
interface TriesParts {
    readonly timers: Timers;
    readonly queues: Queues;
    readonly answers: Answers;
}
/** How tries find a slot: an instance is picked, or they wait, or they are refused. */
export declare class Tries {
    #private;
    constructor(options: GatewayOptions, { timers, queues, answers }: TriesParts);
    /** A try begins: it takes a slot, waits or is refused. */
    admit(row: number): void;
    /** The request has given its slot back. */
    left(row: number, instance: number, runtime: ServiceRuntime): void;
    /** The instance has a slot free: whoever waits for it takes it. */
    serveNext(instance: number, runtime: ServiceRuntime): void;
    /** Whoever waits in the service's central queue is served as far as instances have room. */
    serveCentralQueue({ centralQueue, rotation, onDemand }: ServiceRuntime): void;
}
export {};
