import { z } from 'zod';
/** `scaling.controllers`: the policy as it runs in production, once in each worker of each gateway. */
export declare const controllersSchema: z.ZodUnion<readonly [z.ZodInt, z.ZodObject<{
    count: z.ZodInt;
    workers: z.ZodOptional<z.ZodInt>;
    shared: z.ZodDefault<z.ZodLiteral<"gateway" | boolean>>;
}, z.core.$strict>]>;
export type ControllerSettings = z.output<typeof controllersSchema>;
/** One controller of a service's policy: which it is, and with whom it shares. */
export interface ControllerPlace {
    /** From 0. */
    readonly index: number;
    /** Among the workers of its gateway, from 0. */
    readonly workerId: number;
    readonly workerCount: number;
    /** The same object for all that share. */
    readonly sharedData: Map<string, unknown>;
}
/** Every controller of one run, in the order in which they decide; one alone where the scenario says nothing. */
export declare function controllerPlaces(settings: ControllerSettings | undefined): ControllerPlace[];
interface Controllers {
    readonly count: number;
    readonly workers: number;
    readonly shared: boolean | 'gateway';
}
/** The settings with what is left out filled in. */
export declare function controllersOf(settings?: ControllerSettings | undefined): Controllers;
export {};
