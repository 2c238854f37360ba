import type { Command } from '../command.js';
/** Makes a file of theirs of one of ours: of a scenario, a result, or the events of a run. */
export declare const exportCommand: Command;
