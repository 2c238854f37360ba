import type { z } from 'zod';
import { type ChoiceInput, type Chosen } from '../../base/variant.js';
import type { Speed } from '../speed.js';
/** Every way to give an instance's speed. */
export declare const speeds: readonly [import("../../base/variant.js").Variant<"usl", z.ZodObject<{
    contention: z.ZodNumber;
    coherency: z.ZodDefault<z.ZodNumber>;
}, z.core.$strict>, {
    readonly vcpus: number;
}, Speed>, import("../../base/variant.js").Variant<"table", z.ZodRecord<z.ZodString, z.ZodNumber>, {
    readonly vcpus: number;
}, Speed>];
/** What a file may say: `{ usl: ... }`, `{ table: ... }`, or the table's points alone. */
export type SpeedInput = ChoiceInput<typeof speeds> | Readonly<Record<string, number>>;
export declare const speedSettings: z.ZodCodec<z.ZodCustom<SpeedInput, SpeedInput>, z.ZodCustom<Chosen<typeof speeds>, Chosen<typeof speeds>>>;
export declare const buildSpeed: (chosen: {
    readonly variant: string;
    readonly settings: unknown;
}, context: {
    readonly vcpus: number;
}) => Speed;
