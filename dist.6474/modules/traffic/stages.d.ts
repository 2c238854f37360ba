import { z } from 'zod';
import { type Segment } from './segment.js';
/** k6's stages: the value moves straight to `target` within `duration`; a stage of 0s is a jump. */
export declare const stagesSchema: (target: z.ZodType<number, number>) => z.ZodArray<z.ZodObject<{
    duration: z.ZodCodec<z.ZodString, z.ZodNumber>;
    target: z.ZodType<number, number, z.core.$ZodTypeInternals<number, number>>;
}, z.core.$strict>>;
export interface Stage {
    readonly duration: number;
    readonly target: number;
}
/** Where stages begin, and the unit their targets count in. */
interface StageStart {
    readonly seconds: number;
    readonly value: number;
    readonly timeUnitSeconds: number;
}
/** The segments of stages whose targets are rates. */
export declare function segmentsOf(stages: readonly Stage[], { seconds, value, timeUnitSeconds }: StageStart): Segment[];
export {};
