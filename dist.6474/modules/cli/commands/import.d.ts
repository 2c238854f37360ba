import type { Command } from '../command.js';
/** Makes our file of one of theirs: a scenario of a k6 script, a trace of a log or of a Prometheus answer. */
export declare const importCommand: Command;
