import type { Params } from '../../policy/policy.js';
import type { TextEdit } from './textEdits.js';
/**
 * The changed defaults of a policy's parameters, where its text sets them plainly: `params = { target = 0.6 }` of Lua, `params: {
 * target: 0.6 }` of TypeScript, each once and as a number, a text or a truth value.
 *
 * @returns undefined where it does not: then only `--policy 'file?target=0.7'` says it
 */
export declare function sourceEdits(code: string, language: 'lua' | 'typescript', params: Params): TextEdit[] | undefined;
