import type { Command } from '../command.js';
/** How much more traffic a policy bears: the largest factor on the scenario's traffic that still meets the SLO. */
export declare const headroom: Command;
