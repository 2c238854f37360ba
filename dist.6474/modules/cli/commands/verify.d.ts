import type { Command } from '../command.js';
/** One sequence of observations through a policy everywhere it may run: the same decisions are demanded. */
export declare const verify: Command;
