import { z } from 'zod';
import type { Fleet } from '../fleet/fleet.js';
import type { Stream } from '../random/stream.js';
import type { FaultEffects } from './faultEffects.js';
/** What a fault can touch: one service's instances, telemetry and the provider's API. */
export interface FaultWorld {
    /** Where the fault stands in the scenario: `faults.0`. */
    readonly place: string;
    /** Index of the service. */
    readonly service: number;
    readonly fleet: Fleet;
    /** Draws the victims; keyed by the fault's place in the scenario. */
    readonly stream: Stream;
    /** What more than one fault may do at once. */
    readonly effects: FaultEffects;
    readonly metricsOutage: Switch;
    readonly scrapeOutage: Switch;
    readonly apiOutage: Switch;
}
/** Something that is on while at least one fault holds it. */
export declare class Switch {
    #private;
    get isOn(): boolean;
    /** Holds it; the result lets go. */
    hold(): () => void;
}
/** A fault that is over when what it does is done. */
interface UntilOver {
    /** Begins it; `then` is called when it is over. */
    over(then: () => void): void;
}
/** Undoes a fault; a fault that leaves nothing to undo has none. */
export type EndFault = (() => void) | UntilOver | undefined;
/** One kind of fault: its name, the fields of its own, and what it does. */
export interface FaultKind<Name extends string, Shape extends z.ZodRawShape> {
    readonly name: Name;
    readonly summary: string;
    readonly shape: Shape;
    /** Whether it lasts: then `for` is required. One that lasts until it is over has no `for`, and `begin` says when. */
    readonly lasts: boolean | 'until-over';
    /** What else is wrong with its settings. @returns a message as the schemas have them */
    refuse?(settings: z.output<z.ZodObject<Shape>>): {
        readonly path: string[];
        readonly message: string;
    } | undefined;
    begin(settings: z.output<z.ZodObject<Shape>>, world: FaultWorld): EndFault;
}
/** Types a fault kind. */
export declare function faultKind<const Name extends string, Shape extends z.ZodRawShape>(kind: FaultKind<Name, Shape>): FaultKind<Name, Shape> & {
    readonly schema: ReturnType<typeof schemaOf<Name, Shape>>;
};
declare function schemaOf<Name extends string, Shape extends z.ZodRawShape>(kind: FaultKind<Name, Shape>): z.ZodObject<{
    kind: z.ZodLiteral<Name>;
    at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
    for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
    service: z.ZodOptional<z.ZodString>;
} & Shape extends infer T ? { -readonly [P in keyof T]: T[P]; } : never, z.core.$strict>;
/** Whom a fault strikes: so many, or such a share, of the ready instances. */
export declare const victimShape: {
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
};
/** The ready instances a fault strikes, drawn without replacement; a fraction is rounded up, one when neither is said. */
export declare function drawVictims({ count, fraction }: {
    readonly count?: number | undefined;
    readonly fraction?: number | undefined;
}, { fleet, stream }: FaultWorld): number[];
export {};
