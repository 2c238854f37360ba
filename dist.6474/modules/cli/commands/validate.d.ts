import type { Command } from '../command.js';
/** Checks files without running them: scenarios with the policies they name, and Lua policies by themselves. */
export declare const validate: Command;
