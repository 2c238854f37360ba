import { z } from 'zod';
/**
 * Universal Scalability Law: n / (1 + contention (n - 1) + coherency n (n - 1)).
 *
 * @see Gunther, "Guerrilla Capacity Planning" (2007), chapter 4
 */
export declare const usl: import("../../base/variant.js").Variant<"usl", z.ZodObject<{
    contention: z.ZodNumber;
    coherency: z.ZodDefault<z.ZodNumber>;
}, z.core.$strict>, {
    readonly vcpus: number;
}, import("../speed.js").Speed>;
