import { type Twist } from './twist.js';
/**
 * The code of a Lua policy with its hidden inputs shown as the twist says, and every reading of one logged with its line.
 *
 * Plain Lua that every version and our own interpreter read, before the policy on its first line, so that its lines keep
 * their numbers. With `isRepeated` a decision whose time goes back gets a fresh `state`: the second run of one start.
 */
export declare function twistedLua(code: string, { twist, isRepeated }: {
    twist: Twist;
    isRepeated: boolean;
}): string;
