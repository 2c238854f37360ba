import type { Command } from '../command.js';
/** Prints the queries for what `init --from` wants to know, as a script that collects their answers. */
export declare const queries: Command;
