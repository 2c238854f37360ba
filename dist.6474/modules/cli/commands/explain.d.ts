import type { Command } from '../command.js';
/** What manifests will do, in words and numbers; or which rule held at an instant of a run. */
export declare const explain: Command;
