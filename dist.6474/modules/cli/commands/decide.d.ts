import type { Command } from '../command.js';
/** Recorded observations through a policy: what it would have decided, the world going on as it was recorded. */
export declare const decide: Command;
