import type { WorldsAsked } from '../run/worlds/plannedWorlds.js';
import type { Options } from './options.js';
/** Checks what `--uncertain` and `--goal` ask for together. @throws ProblemError with exit code 2 */
export declare function worldsAsked({ uncertain: count, goal, replication, }: Pick<Options, 'uncertain' | 'goal' | 'replication'>): WorldsAsked | undefined;
