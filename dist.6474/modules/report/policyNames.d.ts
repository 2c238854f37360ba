/**
 * Names of policies as pictures and tables have room for them.
 *
 * A name is `[service=]file[?parameter=value[&..]]`, several of them joined by `;` (policy/parsePolicySpec.ts), or a label that
 * somebody chose. In a sweep most of it is the same in every name; what differs is what a reader looks for.
 */
interface ShortName {
    readonly short: string;
    /** The whole name with `..` where the short one fills it in; undefined where nothing was left out. */
    readonly pattern: string | undefined;
}
/**
 * The names without what they have in common, in their order.
 *
 * All differ from each other and from the whole names of the others, so none can be read as another policy; where leaving out
 * would break that, all stay whole.
 */
export declare function factorNames(names: readonly string[]): ShortName[];
/** The names without what they have in common; see `factorNames`. */
export declare function shortNames(names: readonly string[]): string[];
/** A name of at most `width` characters; a longer one is cut in the middle, so that both of its ends stay. */
export declare function fitName(name: string, width: number): string;
/**
 * `fitName` of a list of different names, which stay different: where a cut in the middle would make some alike, all of these
 * are cut elsewhere, and where every cut would, they get their numbers in the list.
 */
export declare function fitNames(names: readonly string[], width: number): string[];
export {};
