import type { FileChange } from '../../results/revisionResult.js';
import type { Revision } from './revision.js';
/**
 * How a file differs from what it was in the revision.
 *
 * @param path of the repository; `former` is the name it had, if another
 * @returns undefined where it does not differ, or git does not say
 */
export declare function fileChange({ commit, root }: Revision, path: string, former?: string): FileChange | undefined;
