import type { Command } from '../command.js';
/** Joins the parts that `--shard` wrote: the same reports as if one machine had run everything. */
export declare const merge: Command;
