import type { Command } from '../command.js';
export declare const init: Command;
