import type { Command } from '../command.js';
/** What a policy will use of its environment, and whether it is simulated: before anything is run ten times. */
export declare const doctor: Command;
