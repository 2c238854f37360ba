/** Total speed of one instance, in vCPUs, as a function of the requests in their cpu phase. */
export interface Speed {
    /** Total speed with `running` requests in their cpu phase; running >= 1, result > 0. */
    at(running: number): number;
}
/** The maker of speed variants: one file each in `speeds/`. */
export declare const speed: <const Name extends string, Schema extends import("zod").ZodType>(variant: import("../base/variant.js").Variant<Name, Schema, {
    readonly vcpus: number;
}, Speed>) => import("../base/variant.js").Variant<Name, Schema, {
    readonly vcpus: number;
}, Speed>;
