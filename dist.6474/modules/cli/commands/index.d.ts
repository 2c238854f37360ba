import type { Command } from '../command.js';
/** Every command, in the order of the help. `completion` comes with the parser. */
export declare const commands: readonly Command[];
