/** Endings of the files that hold a policy: Lua, TypeScript and JavaScript of either module kind, manifests. */
export declare const policyEndings: readonly ["lua", "ts", "mts", "cts", "js", "mjs", "cjs", "yaml", "yml", "json"];
/** Whether a path ends like a policy, in whatever case. */
export declare const policyFile: RegExp;
/** For messages. */
export declare const policyEndingsText: string;
/** Where a policy lies: a file of the user's, or one that comes with dryscale. */
interface PolicyPlace {
    readonly path: string;
    readonly isShipped: boolean;
}
/** The file that a policy's name or path means, whether it is there or not. */
export declare function policyPlace(target: string, baseFolder: string): PolicyPlace;
export {};
