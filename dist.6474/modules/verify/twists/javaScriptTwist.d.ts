import { type Twist } from './twist.js';
/**
 * The bundled code of a policy with its hidden inputs shown as the twist says, and every reading of one logged with its line
 * of the bundle; the counterpart of `twistedLua`.
 *
 * What it adds stands before the code on its first line and after it, so that its lines keep their numbers.
 */
export declare function twistedJavaScript(code: string, { twist, isRepeated }: {
    twist: Twist;
    isRepeated: boolean;
}): string;
