import type { Command } from '../command.js';
/** Which values of a policy's parameters to deploy: the best goal among those that keep what must hold. */
export declare const tune: Command;
