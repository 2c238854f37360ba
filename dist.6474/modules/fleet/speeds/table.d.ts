import { z } from 'zod';
/** Measured points, linear between them and constant beyond the last. */
export declare const table: import("../../base/variant.js").Variant<"table", z.ZodRecord<z.ZodString, z.ZodNumber>, {
    readonly vcpus: number;
}, import("../speed.js").Speed>;
