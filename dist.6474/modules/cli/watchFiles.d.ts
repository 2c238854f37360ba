import type { Options } from './options.js';
/**
 * Every file that a run of these scenarios reads: scenarios, policies, manifests and traces, as absolute paths.
 *
 * A scenario that cannot be read has no more files than itself for now. Of code the files beside it count too, for it may
 * import them.
 */
export declare function watchedFiles(operands: readonly string[], options: Options): Promise<string[]>;
