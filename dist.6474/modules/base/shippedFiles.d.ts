/** What the package brings along, by its folder. */
type ShippedKind = 'policies' | 'scenarios';
interface BareName {
    readonly kind: ShippedKind;
    /** Such as `target-cpu`, `target-cpu.lua` or `control/pid`. */
    readonly name: string;
    readonly baseFolder: string;
    /** Of the files that the name may mean, without dot. */
    readonly endings: readonly string[];
}
/**
 * The file that a bare name means: one of the user's with an ending that was left out, else one that this package brings along.
 *
 * @returns its absolute path; undefined for whatever is a path as it stands, and for an unknown name
 */
export declare function namedFile({ kind, name, baseFolder, endings }: BareName): string | undefined;
/** Whether a file is one of this package. */
export declare function isShipped(kind: ShippedKind, path: string): boolean;
/** How messages call it: `dryscale/policies/target-cpu.lua`. */
export declare function shippedLabel(kind: ShippedKind, path: string): string;
/** The fix for a name that is none: what was probably meant, and all there are. */
export declare function shippedHint(kind: ShippedKind, name: string): string;
export {};
