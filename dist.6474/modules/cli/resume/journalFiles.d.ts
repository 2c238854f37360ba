import type { Shard } from '../shardOption.js';
/** The name of a new journal of a comparison, or of one part of it; every process has one of its own. */
export declare function journalName(shard: Shard | undefined, id: string): string;
/** The journals that comparisons have left in a folder, or the same part of them: their paths, the oldest first. */
export declare function listJournals(folder: string, shard: Shard | undefined): string[];
/** Whether the process that writes a journal may still be at work. */
export declare function isAtWork(path: string): boolean;
/** A journal that cannot be removed costs space and nothing else. */
export declare function removeJournals(paths: readonly string[]): void;
