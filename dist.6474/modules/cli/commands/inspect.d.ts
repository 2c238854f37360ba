import type { Command } from '../command.js';
/** Prints what a scenario really says: a file that can be loaded again, the estimates as its comments. */
export declare const inspect: Command;
