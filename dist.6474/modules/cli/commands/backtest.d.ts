import type { Command } from '../command.js';
/** Does a recorded stretch again, and says measure by measure whether the simulation is believable. */
export declare const backtest: Command;
