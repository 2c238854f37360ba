import type { Processors } from '../processors.js';
import type { Serving, ServingContext } from '../serving.js';
/** The servings of services that serve in different ways, as one: of what is due next the earliest, the first on a tie. */
export declare class Together implements Serving {
    #private;
    /** @param ofService [service] how it serves */
    constructor(context: ServingContext, ofService: readonly Serving[]);
    get nextSeconds(): number;
    get hasBackground(): boolean;
    begin(instance: number, row: number): void;
    finish(): number;
    cancel(row: number): void;
    pause(instance: number): void;
    resume(instance: number): void;
    touch(instance: number): void;
    clear(instance: number): void;
    cpuFactor(instance: number): number;
    burstOf(service: number): Processors['burst'];
    burn(instance: number, burstVcpus: number): void;
}
