/** One part of a comparison that several machines share. */
export interface Shard {
    /** From 1. */
    readonly index: number;
    readonly count: number;
}
/**
 * Reads `--shard I/N`.
 *
 * @param raw all options given, of which some make no sense for a part
 * @throws ProblemError with exit code 2
 */
export declare function readShard(text: string | undefined, raw: Readonly<Record<string, unknown>>): Shard | undefined;
