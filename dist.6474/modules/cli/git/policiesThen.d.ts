import { type Snapshot } from './snapshot.js';
/**
 * The `policies` that a scenario had in a revision; nothing else of that scenario counts, so nothing else is checked.
 *
 * @param path of the repository
 * @returns undefined where the revision has no such scenario; `isUnreadable` where its policies cannot be told
 */
export declare function policiesThen(path: string, snapshot: Snapshot): Promise<{
    readonly texts: readonly string[];
    readonly isUnreadable: boolean;
} | undefined>;
