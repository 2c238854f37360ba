import type { PlayerAnswer, PlayerTask } from './playerTask.js';
/** How a process ended that gave no answer, as a sentence goes on after the policy's name. */
interface LostPlayer {
    readonly type: 'lost';
    readonly what: string;
}
/** Has a Node process of its own, with these variables and no others, carry out a task. */
export declare function askPlayer(task: PlayerTask, variables: Readonly<Record<string, string>>): Promise<PlayerAnswer | LostPlayer>;
export {};
